package io.fastsocket.spi.observe;

import java.time.Duration;
import java.util.List;

/**
 * What a look for leaks has found.
 *
 * @param leaks what is held, newest first; of many the newest
 * @param others how many more are held, whose paths were not looked for
 * @param dumpBytes the size of the heap dump; 0 if none was needed
 * @param stopped for how long the server stood still for the dump
 */
public record LeakReport(List<Leak> leaks, int others, long dumpBytes, Duration stopped) {}
