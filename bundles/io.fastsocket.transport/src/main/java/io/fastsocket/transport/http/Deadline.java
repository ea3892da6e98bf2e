package io.fastsocket.transport.http;

import io.fastsocket.transport.limits.Limit;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.ScheduledFuture;

import java.util.concurrent.TimeUnit;

/** What a connection is waited for, and the timer that ends the waiting; on its event loop. */
final class Deadline {

    /** What a connection is waited for. */
    enum Phase {
        /** The head of its first request, or the rest of a later one's. */
        HEAD(Limit.REQUEST_TIMEOUT),
        /** A body. */
        BODY(Limit.BODY_TIMEOUT),
        /** Nothing: the server is to answer. A long poll may take its time. */
        ANSWER(null),
        /** Another request. */
        IDLE(Limit.IDLE_TIMEOUT);

        private final Limit limit;

        Phase(Limit limit) {
            this.limit = limit;
        }

        /** What is exceeded when its time is up. */
        Limit limit() {
            return limit;
        }
    }

    private final HttpDeadlines deadlines;
    private Phase phase = Phase.ANSWER;
    private ScheduledFuture<?> timer;
    private long unsent;

    Deadline(HttpDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    Phase phase() {
        return phase;
    }

    /** Enters a phase, unless in it already; its time runs from now on. */
    void enter(Phase next, ChannelHandlerContext ctx, Runnable late) {
        if (phase == next) {
            return;
        }
        cancel();
        phase = next;
        int time =
                switch (next) {
                    case HEAD -> deadlines.head();
                    case BODY -> deadlines.body();
                    case IDLE -> deadlines.idle();
                    case ANSWER -> 0;
                };
        if (time > 0) {
            unsent = Long.MAX_VALUE;
            schedule(time, ctx, late);
        }
    }

    private void schedule(int time, ChannelHandlerContext ctx, Runnable late) {
        timer =
                ctx.executor()
                        .schedule(
                                () -> {
                                    if (stillSending(ctx)) {
                                        schedule(time, ctx, late);
                                    } else {
                                        late.run();
                                    }
                                },
                                time,
                                TimeUnit.MILLISECONDS);
    }

    /** A client that is slow to read a long answer is not idle as long as it reads. */
    private boolean stillSending(ChannelHandlerContext ctx) {
        ChannelOutboundBuffer out = ctx.channel().unsafe().outboundBuffer();
        long left = out == null ? 0 : out.totalPendingWriteBytes() - out.currentProgress();
        boolean progress = phase == Phase.IDLE && left > 0 && left < unsent;
        unsent = left;
        return progress;
    }

    void cancel() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
