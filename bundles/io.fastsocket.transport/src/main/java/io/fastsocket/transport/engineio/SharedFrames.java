package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledDirectByteBuf;

/**
 * Finished frames that many connections send, counted in a budget until the last of them has. The
 * memory is the pool's; only the count of references is of its own.
 */
final class SharedFrames extends UnpooledDirectByteBuf {

    private final ByteBuf pooled;
    private final MemoryBudget budget;

    private SharedFrames(ByteBuf pooled, MemoryBudget budget) {
        super(pooled.alloc(), pooled.nioBuffer(0, pooled.capacity()), pooled.capacity());
        this.pooled = pooled;
        this.budget = budget;
        budget.add(pooled.capacity());
    }

    static SharedFrames of(Message message, MemoryBudget budget) {
        int size = Frames.size(message);
        ByteBuf pooled = ByteBufAllocator.DEFAULT.directBuffer(size, size);
        Frames.write(pooled, message);
        return new SharedFrames(pooled, budget);
    }

    @Override
    protected void deallocate() {
        super.deallocate();
        budget.add(-pooled.capacity());
        pooled.release();
    }
}
