package io.fastsocket.plugins;

import java.util.function.Consumer;

/**
 * A swap under way. Belongs to the deployer's thread.
 *
 * @param swap the swap
 * @param ready puts the new revision into service; may throw IllegalStateException if the registry
 *     refuses
 * @param failed told why the old one stays
 */
record UnderWay(Swap swap, Consumer<Swap.Result.Ready> ready, Consumer<RefusedException> failed) {

    /** One step forward; false once it is over, and what was to follow is done. */
    boolean advance(InService service) {
        return switch (swap.advance()) {
            case Swap.Result.Busy busy -> true;
            case Swap.Result.Ready fit -> {
                finish(service, fit);
                yield false;
            }
            case Swap.Result.Failed why -> {
                fail(service, why.why());
                yield false;
            }
        };
    }

    private void finish(InService service, Swap.Result.Ready fit) {
        try {
            ready.accept(fit);
        } catch (IllegalStateException e) {
            swap.abandon();
            fail(service, new RefusedException(e.getMessage(), "Try again.", true));
        }
    }

    private void fail(InService service, RefusedException why) {
        if (swap.parked()) {
            service.putBack();
        }
        failed.accept(why);
    }
}
