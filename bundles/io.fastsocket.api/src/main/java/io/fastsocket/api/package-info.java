/**
 * All that a plugin author compiles against: annotations for handlers, and the server's side of
 * Socket.IO.
 *
 * <p>A plugin is an OSGi bundle with Declarative Services components that implement {@link
 * EventHandlers}. Start reading there.
 */
@Export
@Version("1.0.0")
package io.fastsocket.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
