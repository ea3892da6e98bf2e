package io.fastsocket.examples.chat;

import java.time.Instant;

/**
 * Something said in a room.
 *
 * @param id unique
 * @param room where
 * @param nick who said it
 * @param text the words, for showing as text and never as markup
 * @param time of the server, when it came in
 */
record Message(String id, String room, String nick, String text, Instant time) {}
