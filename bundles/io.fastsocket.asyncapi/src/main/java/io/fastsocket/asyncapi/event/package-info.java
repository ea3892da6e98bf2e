/** What a contract says of Socket.IO: namespaces, and the events that go each way. */
package io.fastsocket.asyncapi.event;
