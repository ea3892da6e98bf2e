/**
 * The registry's components: thin, between the framework and the packages below, which know nothing
 * of OSGi.
 */
package io.fastsocket.registry;
