/** The servers compared, each a process of its own. */
package io.fastsocket.benchmarks.server;
