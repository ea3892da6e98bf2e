/**
 * From bytes to parameters and back: splitting, strict binding, validation, encoding. Knows nothing
 * of sockets or handlers. Everything that remembers a plugin's classes belongs to one {@link
 * io.fastsocket.registry.binding.Codec} and ends with it.
 */
package io.fastsocket.registry.binding;
