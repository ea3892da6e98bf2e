/**
 * What keeps one plugin from hurting others: limits on its calls, and the word that it is to be
 * called no more for now.
 */
package io.fastsocket.registry.isolation;
