/** The HTTP side of the port: Engine.IO's requests, who may make them, and the static client. */
package io.fastsocket.transport.http;
