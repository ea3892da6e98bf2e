package io.fastsocket.spi.observe;

import java.time.Duration;

/**
 * What a heap dump would take, estimated from the heap that is in use.
 *
 * @param heapBytes how much is in use
 * @param neededBytes room that the dump, and the index to read it by, need on the disk
 * @param freeBytes room that is there
 * @param stopped for how long the server would stand still
 * @param reading how long reading it would take after that, on one core
 */
public record HeapDumpPlan(
        long heapBytes, long neededBytes, long freeBytes, Duration stopped, Duration reading) {}
