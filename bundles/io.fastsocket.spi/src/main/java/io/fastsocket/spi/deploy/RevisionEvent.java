package io.fastsocket.spi.deploy;

import java.time.Instant;

/**
 * Something that happened to a revision of a plugin.
 *
 * @param time when
 * @param version the bundle's version, or empty
 * @param sha256 of its content, 64 hexadecimal digits
 * @param file name of the file in {@code plugins/}
 * @param what a word: {@code activated}, {@code waiting}, {@code refused}, {@code reloaded}, {@code
 *     rolled back} (came back in place of another), {@code restored}, {@code removed}, {@code
 *     canary} (serves a share of the connections), {@code canary ended}, {@code promoted} (from
 *     canary to all), {@code cut off} (calls of it were ended when it was replaced)
 * @param reason why it waits or was refused; of one in service, what it means for clients and why
 *     that was let pass, if it changes what they rely on; of a canary, its share and the figures of
 *     both revisions; of what was cut off, which calls; else empty
 */
public record RevisionEvent(
        Instant time, String version, String sha256, String file, String what, String reason) {}
