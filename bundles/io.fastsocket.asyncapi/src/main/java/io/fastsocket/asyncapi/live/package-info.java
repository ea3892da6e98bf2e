/** The contract of what is in service: read from plugins, derived from their code, and merged. */
package io.fastsocket.asyncapi.live;
