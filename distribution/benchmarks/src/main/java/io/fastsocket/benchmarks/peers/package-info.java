/** Main classes of the servers that FastSocket is compared with. */
package io.fastsocket.benchmarks.peers;
