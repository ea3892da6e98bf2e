/**
 * Which method handles which event: methods found and bound, revisions staged and committed, one
 * immutable table that is switched by one volatile write, and parking while a handler is away.
 */
package io.fastsocket.registry.routing;
