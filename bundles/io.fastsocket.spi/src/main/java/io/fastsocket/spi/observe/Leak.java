package io.fastsocket.spi.observe;

import java.util.List;

/**
 * What keeps the classes of a revision that is out of service.
 *
 * @param revision the revision
 * @param kind a word: {@code thread}, {@code timer}, {@code thread-local}, {@code shutdown-hook},
 *     {@code mbean}, {@code jdbc-driver}, {@code jackson}, {@code logging}, {@code rxjava}, {@code
 *     executor}, {@code static-field}, {@code native}, {@code soft}, {@code unknown}
 * @param holder what holds it, by name: a part of a sentence
 * @param cure what its author is to do about it: a sentence
 * @param path the shortest way from where the garbage collector begins to a class of the plugin;
 *     empty if there is none of ordinary references
 */
public record Leak(
        RetiredRevision revision, String kind, String holder, String cure, List<String> path) {}
