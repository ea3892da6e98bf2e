/** What happens to an event: a queue per socket, a call per event, an answer. */
package io.fastsocket.registry.dispatch;
