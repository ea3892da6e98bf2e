/** What every command is made of: where it prints, what it prints, and how it fails. */
package io.fastsocket.shell.console;
