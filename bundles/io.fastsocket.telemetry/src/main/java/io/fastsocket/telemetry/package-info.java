/** What the runtime counts, as metrics. */
package io.fastsocket.telemetry;
