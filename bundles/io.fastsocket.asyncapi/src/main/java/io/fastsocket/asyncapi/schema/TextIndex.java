package io.fastsocket.asyncapi.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds texts among others by their bytes. Immutable. */
final class TextIndex {

    private final byte[][] texts;

    /** Places of texts from 1, by their hashes, or by the next free one; 0 for none. */
    private final int[] slots;

    /** An index of texts of which none is twice. */
    TextIndex(List<String> all) {
        texts = new byte[all.size()][];
        slots = new int[Integer.highestOneBit(2 * all.size() + 1) * 2];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = all.get(i).getBytes(StandardCharsets.UTF_8);
            int slot = slot(texts[i], 0, texts[i].length);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = i + 1;
        }
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    /** The place of a text, from 0; negative if it is not there. */
    int find(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        while (slots[slot] != 0) {
            byte[] text = texts[slots[slot] - 1];
            if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }
}
