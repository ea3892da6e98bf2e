package io.fastsocket.transport.codec;

/** UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Checks a range.
     *
     * @param b the bytes
     * @param from where to begin
     * @param end where to end
     * @return whether all of it is UTF-8
     */
    public static boolean valid(byte[] b, int from, int end) {
        int i = from;
        while (i < end) {
            i = b[i] >= 0 ? i + 1 : character(b, i, end);
            if (i < 0) {
                return false;
            }
        }
        return true;
    }

    /** Checks the character beyond ASCII at {@code i}: the index after it, or a fault. */
    static int character(byte[] b, int i, int end) {
        int c = b[i] & 0xFF;
        int length = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        if (c < 0xC2 || c > 0xF4 || end - i < length) {
            return JsonRecogniser.BAD_UTF8;
        }
        int second = b[i + 1] & 0xFF;
        int least = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        int most = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return JsonRecogniser.BAD_UTF8;
        }
        for (int k = 2; k < length; k++) {
            if ((b[i + k] & 0xC0) != 0x80) {
                return JsonRecogniser.BAD_UTF8;
            }
        }
        return i + length;
    }
}
