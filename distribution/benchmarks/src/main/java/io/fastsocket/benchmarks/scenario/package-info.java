/** What is measured. */
package io.fastsocket.benchmarks.scenario;
