/**
 * Streams of events: methods that take them, what waits for them, their life, and RxJava as plugins
 * see it. Touched only where a plugin uses RxJava, since that need not be there.
 */
package io.fastsocket.registry.streams;
