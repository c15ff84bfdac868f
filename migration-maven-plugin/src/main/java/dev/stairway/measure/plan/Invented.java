package dev.stairway.measure.plan;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Values that are like given ones. */
public final class Invented {

    private static final int LETTERS = 26;
    private static final int DIGITS = 10;
    private static final int PREFIX = 3;

    private Invented() {}

    /** Of the same length and with letters and digits at the same places, but others. */
    public static String like(String value, int number) {
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            int shift = 7 * number + 3 * i + 1;
            char c = value.charAt(i);
            if (c >= 'a' && c <= 'z') {
                other.append((char) ('a' + (c - 'a' + shift) % LETTERS));
            } else if (c >= 'A' && c <= 'Z') {
                other.append((char) ('A' + (c - 'A' + shift) % LETTERS));
            } else if (c >= '0' && c <= '9') {
                other.append((char) ('0' + (c - '0' + shift) % DIGITS));
            } else {
                other.append(c);
            }
        }
        return other.toString();
    }

    public static String uuid(String value, int number) {
        return UUID.nameUUIDFromBytes((value + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What somebody looks for who knows how it begins. */
    public static String pattern(String value) {
        String begin = value.substring(0, Math.min(PREFIX, value.length()));
        return begin.replace("%", "").replace("_", "") + "%";
    }
}
