/**
 * The program that starts, stops and watches one instance. It knows the bundles only by the names
 * of their services, so that any of them can be left out or replaced.
 */
package io.fastsocket.launcher;
