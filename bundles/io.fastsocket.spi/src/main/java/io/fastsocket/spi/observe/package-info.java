/** What is running, for those who show it. */
@Export
@Version("1.0.0")
package io.fastsocket.spi.observe;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
