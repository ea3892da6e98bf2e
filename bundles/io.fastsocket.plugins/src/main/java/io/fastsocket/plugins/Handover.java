package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;

import java.util.concurrent.CompletableFuture;

/**
 * A swap by which components hand their state on: when the new revision is fit, the old one's
 * events are parked, it tells its state, and the new one takes it before its first event. Belongs
 * to the deployer's thread.
 */
final class Handover implements Swap {

    private final Tools tools;
    private final Revision old;
    private final HandlerRevision serving;
    private final Swap swap;
    private final StateTransfer transfer;
    private CompletableFuture<Void> drained;

    private Handover(Tools tools, Running running, Swap swap) {
        this.tools = tools;
        old = running.revision();
        serving = running.serving();
        this.swap = swap;
        transfer = tools.transfer(old.name(), serving);
    }

    /**
     * The same swap, with a hand-over if the revision in service has state.
     *
     * @param running what is in service
     * @param swap brings a revision that runs beside it
     */
    static Swap around(Tools tools, Running running, Swap swap) {
        HandlerRevision serving = running.serving();
        return serving != null && serving.hasState() ? new Handover(tools, running, swap) : swap;
    }

    @Override
    public Result advance() {
        Result result = swap.advance();
        if (!(result instanceof Result.Ready ready)) {
            return result;
        }
        if (drained == null) {
            drained = tools.retirement().limited(old, serving.park());
        }
        try {
            boolean over =
                    drained.isDone()
                            && transfer.isHandedOver()
                            && transfer.isTakenOver(ready.revision().handlers());
            return over ? ready : new Result.Busy();
        } catch (RefusedException e) {
            abandon();
            return new Result.Failed(e);
        }
    }

    @Override
    public void abandon() {
        swap.abandon();
    }

    @Override
    public boolean parks() {
        return true;
    }

    @Override
    public boolean parked() {
        return drained != null;
    }

    @Override
    public void committed() {
        swap.committed();
    }
}
