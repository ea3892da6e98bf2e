/** Clients that set the pace: who has asked for how many of which event, and what waits for it. */
package io.fastsocket.registry.demand;
