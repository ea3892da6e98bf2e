/** Socket.IO 5 over Engine.IO: namespaces, events, acknowledgements, rooms and broadcasts. */
package io.fastsocket.transport.socketio;
