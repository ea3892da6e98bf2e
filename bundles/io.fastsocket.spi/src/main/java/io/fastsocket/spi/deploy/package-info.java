/** Plugins under an operator's hand: looked for, loaded again, remembered. */
@Export
@Version("1.0.0")
package io.fastsocket.spi.deploy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
