package dev.stairway.perf.advice;

/**
 * A word, a name, a string or a sign of a statement.
 *
 * @param text as written
 * @param start offset in the statement
 */
record Token(String text, int start) {

    int end() {
        return start + text.length();
    }

    /** True for the unquoted word, in whatever letters. */
    boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    boolean name() {
        char first = text.charAt(0);
        return first == '"' || first == '_' || Character.isLetter(first);
    }
}
