/** Documents made of others: one of several files, and one of a newer version. */
package io.fastsocket.asyncapi.rewrite;
