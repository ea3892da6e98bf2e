package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;

/** The swap to a revision that is installed, started and fit already. */
final class Staged implements Swap {

    private final Tools tools;
    private final Revision revision;
    private final HandlerRevision old;
    private boolean abandoned;

    Staged(Tools tools, Revision revision, HandlerRevision old) {
        this.tools = tools;
        this.revision = revision;
        this.old = old;
    }

    @Override
    public Result advance() {
        try {
            tools.refuseProblems(revision, tools.state(revision), old);
            return new Result.Ready(revision, old);
        } catch (RefusedException e) {
            abandon();
            return new Result.Failed(e);
        }
    }

    @Override
    public void abandon() {
        if (!abandoned) {
            abandoned = true;
            tools.retirement().removed(revision);
        }
    }

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public boolean parked() {
        return false;
    }
}
