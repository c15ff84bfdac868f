package dev.stairway.fingerprint.sqlite;

import java.nio.charset.StandardCharsets;

/**
 * The texts that PostgreSQL writes for dates and times.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-DATETIME-OUTPUT">Date/Time Output</a>
 */
enum Moment {
    DATE("0000-00-00", false, ""),
    TIME("00:00:00", true, ""),
    TIMESTAMP("0000-00-00 00:00:00", true, ""),
    ZONED_TIMESTAMP("0000-00-00 00:00:00", true, "+00");

    private static final int MOST_FRACTION_DIGITS = 6;

    /** A zero stands for any digit. */
    private final String form;

    private final boolean fraction;
    private final String end;

    Moment(String form, boolean fraction, String end) {
        this.form = form;
        this.fraction = fraction;
        this.end = end;
    }

    boolean fits(String text) {
        return text.length() <= form.length() + 1 + MOST_FRACTION_DIGITS + end.length()
                && fits(text.getBytes(StandardCharsets.UTF_8));
    }

    /** By hand: an expression would take longer than reading the value. */
    boolean fits(byte[] text) {
        int rest = text.length - form.length() - end.length();
        if (rest < 0) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            boolean same = form.charAt(i) == '0' ? isDigit(text[i]) : text[i] == form.charAt(i);
            if (!same) {
                return false;
            }
        }
        for (int i = 0; i < end.length(); i++) {
            if (text[text.length - end.length() + i] != end.charAt(i)) {
                return false;
            }
        }
        return rest == 0 || fraction && isFraction(text, form.length(), rest);
    }

    /** A point and up to six digits, the last of which is no zero. */
    private static boolean isFraction(byte[] text, int from, int length) {
        if (length < 2 || length > 1 + MOST_FRACTION_DIGITS || text[from] != '.' || text[from + length - 1] == '0') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!isDigit(text[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
