/** Contracts in the shell: what a judge says of them, for people and for programs. */
package io.fastsocket.shell.contract;
