/** What clients and plugins have agreed on: contracts, who judges them, and who keeps to them. */
@Export
@Version("1.0.0")
package io.fastsocket.spi.contract;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
