/** Contracts held against live traffic. */
package io.fastsocket.asyncapi.enforce;
