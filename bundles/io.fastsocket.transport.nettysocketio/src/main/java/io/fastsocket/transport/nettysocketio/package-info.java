/**
 * netty-socketio as an engine of FastSocket. The library opens the port, sessions and WebSockets;
 * handlers around it check what comes in, before it sees that, and take messages out of its
 * pipeline, so that nothing reaches its packet listener.
 */
package io.fastsocket.transport.nettysocketio;
