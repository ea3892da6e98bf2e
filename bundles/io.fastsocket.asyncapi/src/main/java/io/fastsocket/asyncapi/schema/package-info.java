/** JSON Schema: the official ones of AsyncAPI, and those in documents. */
package io.fastsocket.asyncapi.schema;
