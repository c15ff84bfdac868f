package dev.stairway.data.check;

import java.util.regex.Pattern;

/** LIKE patterns. */
final class Patterns {

    private Patterns() {}

    static Pattern like(String pattern, boolean ignoreCase) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                case '\\' -> regex.append(Pattern.quote(i + 1 < pattern.length() ? pattern.substring(++i, i + 1) : ""));
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
    }

    /** A text that the pattern matches, with the filling where it allows anything. */
    static String example(String pattern, String filling) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '%' -> text.append(filling);
                case '_' -> text.append('x');
                case '\\' -> text.append(i + 1 < pattern.length() ? pattern.substring(++i, i + 1) : "");
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
