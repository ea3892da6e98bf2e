/**
 * A bounded queue before a Log4j appender, and a way to Log4j's levels, for the logging bundle
 * alone.
 */
@Export
@Version("1.0.0")
package io.fastsocket.logging.log4j;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
