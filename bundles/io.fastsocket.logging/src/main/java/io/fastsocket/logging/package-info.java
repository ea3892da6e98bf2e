/** Keeps the logging configuration as its file says. */
package io.fastsocket.logging;
