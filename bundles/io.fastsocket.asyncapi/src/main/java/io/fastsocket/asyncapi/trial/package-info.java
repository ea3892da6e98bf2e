/** Plays the examples of a contract against a running server, by a small Socket.IO client. */
package io.fastsocket.asyncapi.trial;
