package dev.stairway.fingerprint.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text form of a one-dimensional array.
 *
 * @see <a href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">Array input and output syntax</a>
 */
final class TextArray {

    private final String text;
    private int at = 1;

    private TextArray(String text) {
        this.text = text;
    }

    /** The elements; null for NULL. An absent array is an empty list. */
    static List<String> parse(String text) {
        return text == null ? List.of() : new TextArray(text).elements();
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>();
        while (text.charAt(at) != '}') {
            elements.add(element());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        return elements;
    }

    private String element() {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        String plain = text.substring(start, at);
        return plain.equals("NULL") ? null : plain;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            value.append(text.charAt(at));
        }
        at++;
        return value.toString();
    }
}
