package io.fastsocket.operator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/**
 * What an operator wants to be told from now on.
 *
 * @param topics these and no others; none ends it
 */
record Watch(@NotNull @Size(max = 2) List<@NotNull Topic> topics) {}
