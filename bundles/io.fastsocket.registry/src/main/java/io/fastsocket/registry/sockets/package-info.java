/**
 * What plugins see of sockets: views that belong to one revision, over state that belongs to the
 * socket and survives swaps.
 */
package io.fastsocket.registry.sockets;
