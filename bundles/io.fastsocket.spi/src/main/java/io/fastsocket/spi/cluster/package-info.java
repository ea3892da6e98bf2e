/**
 * What outlives one connection, or one node: events and sessions kept for clients that come back.
 */
@Export
@Version("1.0.0")
package io.fastsocket.spi.cluster;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
