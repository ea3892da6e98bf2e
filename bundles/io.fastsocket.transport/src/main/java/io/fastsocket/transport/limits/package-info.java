/** What clients may not exceed, and the count of how often they did. */
package io.fastsocket.transport.limits;
