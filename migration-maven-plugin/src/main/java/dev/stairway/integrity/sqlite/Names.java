package dev.stairway.integrity.sqlite;

import java.util.Locale;

/** Names as the state of a database is told in: simple ones in lower case, others quoted. */
final class Names {

    private Names() {}

    static String canonical(String name) {
        boolean simple = !name.isEmpty()
                && isWordStart(name.charAt(0))
                && name.chars().allMatch(c -> isWordStart((char) c) || Character.isDigit(c) || c == '$');
        return simple ? name.toLowerCase(Locale.ROOT) : quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    private static boolean isWordStart(char c) {
        return c == '_' || Character.isLetter(c) || c > 127;
    }
}
