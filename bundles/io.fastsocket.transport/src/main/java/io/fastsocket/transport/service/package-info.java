/** How an engine of Socket.IO is a service: its port, its settings, and that it is the only one. */
package io.fastsocket.transport.service;
