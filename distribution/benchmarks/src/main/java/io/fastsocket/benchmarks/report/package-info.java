/** Tables and pictures of what was measured. */
package io.fastsocket.benchmarks.report;
