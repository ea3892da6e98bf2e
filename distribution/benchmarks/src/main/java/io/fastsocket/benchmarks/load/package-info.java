/** Clients made by hand, which cost little and check every message. */
package io.fastsocket.benchmarks.load;
