/** Says in the log whom a line is about. */
package io.fastsocket.registry.log;
