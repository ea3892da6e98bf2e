/** The files in {@code etc}: what they say, whether they may say it, and what has changed. */
package io.fastsocket.shell.etc;
