package dev.stairway.report.export;

/** Text from the document as Markdown that shows it and does nothing else. */
final class Markdown {

    private static final int LONGEST = 240;

    private Markdown() {}

    /** One line; HTML, links, emphasis, tables and mentions of people become plain characters. */
    static String text(String raw) {
        String line =
                raw.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
        // Backslashes first: the entities below have a number sign of their own.
        return shorten(line)
                .replaceAll("([\\\\`*_\\[\\]|~!#])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("://", ":&#47;/");
    }

    private static String shorten(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
