/** Measures FastSocket and its peers under the same load; README.md of this module says how. */
package io.fastsocket.benchmarks;
