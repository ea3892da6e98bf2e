/** The status page and the health checks, served by the HTTP whiteboard. */
package io.fastsocket.http;
