package dev.stairway.database.jdbc;

/** Looks at SQL text without understanding it. */
public final class SqlText {

    private SqlText() {}

    /**
     * True when the letters of the word stand together somewhere, in upper or lower case.
     *
     * @param word in lower case, ASCII letters
     */
    public static boolean mentions(String sql, String word) {
        char lower = word.charAt(0);
        char upper = Character.toUpperCase(lower);
        int last = sql.length() - word.length();
        for (int i = 0; i <= last; i++) {
            char c = sql.charAt(i);
            if ((c == lower || c == upper) && sql.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
