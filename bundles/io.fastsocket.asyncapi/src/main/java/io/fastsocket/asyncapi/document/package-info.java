/**
 * Documents as they were written, with the place of each part, and as they are meant, with
 * references followed.
 */
package io.fastsocket.asyncapi.document;
