/** What an engine that speaks Socket.IO offers to the rest: sockets, rooms, broadcasts. */
@Export
@Version("1.0.0")
package io.fastsocket.spi.transport;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
