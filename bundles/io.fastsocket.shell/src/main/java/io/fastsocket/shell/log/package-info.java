/** Finds lines in the log's files, whole ones and compressed ones, and follows what comes. */
package io.fastsocket.shell.log;
