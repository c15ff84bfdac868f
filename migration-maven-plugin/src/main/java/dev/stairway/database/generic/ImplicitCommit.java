package dev.stairway.database.generic;

import dev.stairway.database.jdbc.DriverAdvice;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Advice for databases that commit of themselves, before and after each statement that defines something.
 *
 * <p>Only statements that are known to leave the transaction open count as such: one that is taken for a commit costs a
 * checkpoint, one that is not would have a spoilt step taken for one that can be rolled back.
 *
 * @see <a href="https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/">Implicit commits in MariaDB</a>
 * @see <a href="https://h2database.com/html/advanced.html#transaction_isolation">Transactions in H2</a>
 */
public final class ImplicitCommit implements DriverAdvice {

    private static final Set<String> STAYS_OPEN = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "with",
            "values",
            "table",
            "explain",
            "show",
            "savepoint",
            "release",
            "describe");

    private static final Pattern SPACE_AND_COMMENTS =
            Pattern.compile("(?:[\\s(]|--[^\\n]*(?:\\n|$)|/\\*(?!!)(?:[^*]|\\*(?!/))*+\\*/)*+");

    private static final Pattern COMMITS_AS_WELL = Pattern.compile("autocommit|password", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean commits(String sql) {
        // A statement inside a comment of the product's own is one nevertheless.
        if (sql.isBlank() || sql.contains("/*!") || sql.contains("/*M!")) {
            return true;
        }
        for (String statement : sql.split(";")) {
            if (commitsAlone(statement)) {
                return true;
            }
        }
        return false;
    }

    private static boolean commitsAlone(String statement) {
        String rest = SPACE_AND_COMMENTS.matcher(statement).replaceFirst("");
        if (rest.isEmpty()) {
            return false;
        }
        int end = 0;
        while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
            end++;
        }
        String word = rest.substring(0, end).toLowerCase(Locale.ROOT);
        return word.equals("set") ? COMMITS_AS_WELL.matcher(rest).find() : !STAYS_OPEN.contains(word);
    }
}
