/**
 * Engine.IO 4: connections over WebSocket or polling, their heartbeat, their bytes in and out.
 * Knows nothing of Socket.IO: messages go to a {@link
 * io.fastsocket.transport.engineio.MessageReceiver}.
 */
package io.fastsocket.transport.engineio;
