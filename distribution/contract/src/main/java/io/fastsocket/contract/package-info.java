/**
 * What every engine must do, as tests: {@link EngineContract}. Not deployed.
 *
 * <p>Each test stands for something that a known server gets wrong. An engine is tested by a class
 * that implements {@link EngineContract}; what it is known to get wrong is named in a file ({@link
 * KnownFailures}).
 */
package io.fastsocket.contract;
