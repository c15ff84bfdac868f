package dev.stairway.assertion;

/** Cuts a text of SQL at the semicolons that are not inside quotes or comments. */
final class SqlParts {

    /** Takes one part. */
    @FunctionalInterface
    interface Part {
        /**
         * @param start first character of the part
         * @param query first character that is neither blank nor comment; the end when there is none
         * @param end after its last character, without the semicolon
         */
        void take(int start, int query, int end);
    }

    private final String text;

    SqlParts(String text) {
        this.text = text;
    }

    void forEach(Part part) {
        int start = 0;
        int query = -1;
        for (int at = 0; at < text.length(); ) {
            int next = next(at);
            boolean comment = text.startsWith("--", at) || text.startsWith("/*", at);
            if (text.charAt(at) == ';') {
                part.take(start, query < 0 ? at : query, at);
                start = next;
                query = -1;
            } else if (query < 0 && !comment && !Character.isWhitespace(text.charAt(at))) {
                query = at;
            }
            at = next;
        }
        part.take(start, query < 0 ? text.length() : query, text.length());
    }

    /** After the character, comment or quoted text that begins here. */
    private int next(int at) {
        char c = text.charAt(at);
        if (text.startsWith("--", at)) {
            return after("\n", at);
        }
        if (text.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (c == '\'' || c == '"' || c == '`') {
            return after(String.valueOf(c), at + 1);
        }
        return c == '$' ? dollar(at) : at + 1;
    }

    // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
    private int dollar(int at) {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean quote = end < text.length() && text.charAt(end) == '$' && !Character.isDigit(text.charAt(at + 1));
        return quote ? after(text.substring(at, end + 1), end + 1) : at + 1;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
