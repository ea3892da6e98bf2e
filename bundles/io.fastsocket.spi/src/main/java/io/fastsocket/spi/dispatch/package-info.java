/** The way of an event from an engine to a handler, and of handlers into service. */
@Export
@Version("1.0.0")
package io.fastsocket.spi.dispatch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
