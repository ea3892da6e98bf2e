/** What a document must keep to beyond the schemas. */
package io.fastsocket.asyncapi.rules;
