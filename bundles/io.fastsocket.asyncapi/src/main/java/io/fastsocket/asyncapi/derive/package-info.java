/** Contracts out of code: what methods take and answer, as messages and JSON Schemas. */
package io.fastsocket.asyncapi.derive;
