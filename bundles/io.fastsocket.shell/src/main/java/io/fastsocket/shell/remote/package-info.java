/** The Unix domain socket that the command line talks to. The README describes its protocol. */
package io.fastsocket.shell.remote;
