/** Judges contracts: AsyncAPI documents. */
package io.fastsocket.asyncapi;
