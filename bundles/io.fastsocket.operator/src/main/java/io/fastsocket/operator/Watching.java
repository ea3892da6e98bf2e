package io.fastsocket.operator;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.util.List;

/**
 * What an operator is told from now on.
 *
 * @param topics these
 * @param intervalMillis how often the status comes
 */
record Watching(@NotNull List<@NotNull Topic> topics, @Min(100) long intervalMillis) {}
