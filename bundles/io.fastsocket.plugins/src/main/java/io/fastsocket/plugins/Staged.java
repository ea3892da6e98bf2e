package io.fastsocket.plugins;

/**
 * The swap to a revision that is staged and fit already. Belongs to the deployer's thread.
 *
 * @param ready what was found when it was fit
 */
record Staged(Tools tools, Swap.Result.Ready ready) implements Swap {

    @Override
    public Result advance() {
        try {
            Revision revision = ready.revision();
            tools.refuseProblems(revision, tools.state(revision), ready.old());
            return ready;
        } catch (RefusedException e) {
            return new Result.Failed(e);
        }
    }

    /** It stays staged: whoever refuses its file takes it away. */
    @Override
    public void abandon() {}

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public boolean parked() {
        return false;
    }
}
