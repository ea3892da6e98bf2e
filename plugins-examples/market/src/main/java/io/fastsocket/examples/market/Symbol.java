package io.fastsocket.examples.market;

/**
 * What is traded. A closed list, so that a stream for each of them is few streams, whoever sends.
 */
enum Symbol {
    ASH,
    ELM,
    FIR,
    OAK
}
