/** Socket.IO's packets as bytes: pure functions of arrays, without Netty. */
package io.fastsocket.transport.codec;
