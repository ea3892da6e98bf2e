/** Gogo commands: one small class each, which returns the text that is printed. */
package io.fastsocket.shell;
