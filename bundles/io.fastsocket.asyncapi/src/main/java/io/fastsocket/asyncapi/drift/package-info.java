/** What goes on that no contract names. */
package io.fastsocket.asyncapi.drift;
