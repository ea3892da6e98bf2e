/**
 * Contracts as pages for people: HTML that is whole without scripts, which only search and send.
 */
package io.fastsocket.asyncapi.pages;
