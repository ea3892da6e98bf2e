package io.fastsocket.benchmarks.load;

import io.netty.buffer.ByteBuf;

/**
 * A masked text frame that is made once and sent often, with other numbers in it each time. One
 * thread at a time.
 */
public final class PreparedFrame {

    private static final int DIGITS = 7;

    private final byte[] frame;
    private final int head;
    private final int[] places;
    private final int[] factors;

    private PreparedFrame(Template template) {
        frame = Frames.of(Frames.TEXT, template.text());
        head = Frames.headLength(template.text().length);
        places = template.places();
        factors = template.factors();
    }

    /**
     * Prepares a frame.
     *
     * @param pattern as {@link Template#of} reads it
     * @return the frame
     */
    public static PreparedFrame of(String pattern) {
        return new PreparedFrame(Template.of(pattern));
    }

    /**
     * Writes it.
     *
     * @param out where to
     * @param sequence the number that stands in it
     */
    public void write(ByteBuf out, int sequence) {
        for (int i = 0; i < places.length; i++) {
            int rest = sequence * factors[i];
            for (int at = places[i] + DIGITS - 1; at >= places[i]; at--) {
                int tenth = rest / 10;
                frame[head + at] = (byte) (('0' + rest - tenth * 10) ^ Frames.mask(at));
                rest = tenth;
            }
        }
        out.writeBytes(frame);
    }
}
