/** The certificate that the port shows, if it speaks TLS. */
package io.fastsocket.transport.tls;
