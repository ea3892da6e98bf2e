package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;

/**
 * A file as it was read.
 *
 * @param uri where it is: what references in it are relative to
 * @param root its content
 */
record Source(URI uri, JsonNode root) {}
