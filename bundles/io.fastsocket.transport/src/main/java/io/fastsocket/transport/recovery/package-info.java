/** Connection state recovery: what clients that come back are given. */
package io.fastsocket.transport.recovery;
