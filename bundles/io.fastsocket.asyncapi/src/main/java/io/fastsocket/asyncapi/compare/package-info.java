/**
 * Compares contracts: {@link SchemaInclusion} says whether all values that one schema allows are
 * allowed by another, and {@link Comparison} asks it for each event by its direction.
 */
package io.fastsocket.asyncapi.compare;
