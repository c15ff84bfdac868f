package dev.stairway.run;

import java.util.List;

/**
 * One key that is not what the declared mapping says.
 *
 * @param rule that it breaks
 * @param keys names of the key on both sides
 * @param text what was seen
 */
record KeyFault(Rule rule, List<String> keys, String text) {

    private static final char FIRST_PRINTABLE = ' ';

    static KeyFault of(Rule rule, String text, String... keys) {
        return new KeyFault(rule, List.of(keys), printable(text));
    }

    /** Keys may hold any bytes; a report must not. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c < FIRST_PRINTABLE || Character.isISOControl(c)) {
                shown.append(String.format("\\x%02x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
