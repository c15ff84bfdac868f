package dev.stairway.database.jdbc;

import java.util.regex.Pattern;

/**
 * Finds SQL text that ends or starts a transaction by itself, behind JDBC's back.
 *
 * <p>It may see one where there is none (the END of a function body): then a step counts as not discardable, which costs
 * a replay but is never wrong.
 */
final class TransactionControl {

    private static final String WORDS =
            "(commit|end|rollback|abort|begin|start\\s+transaction|prepare\\s+transaction|vacuum)\\b";
    private static final String SPACE = "(?:\\s|--[^\\n]*\\n|/\\*[^*]*\\*/)*+";
    private static final Pattern LEADS = Pattern.compile(SPACE + WORDS, Pattern.CASE_INSENSITIVE);
    private static final Pattern OCCURS = Pattern.compile("(?:^|;)" + SPACE + WORDS, Pattern.CASE_INSENSITIVE);

    private TransactionControl() {}

    static boolean leads(String sql) {
        return LEADS.matcher(sql).lookingAt() && !toSavepoint(sql);
    }

    static boolean occurs(String sql) {
        // Most texts are one statement, of which only the start counts.
        return sql.indexOf(';') < 0 ? leads(sql) : OCCURS.matcher(sql).find() && !toSavepoint(sql);
    }

    private static boolean toSavepoint(String sql) {
        return SAVEPOINT.matcher(sql).matches();
    }

    private static final Pattern SAVEPOINT =
            Pattern.compile("\\s*rollback(\\s+work|\\s+transaction)?\\s+to\\b[^;]*;?\\s*", Pattern.CASE_INSENSITIVE);
}
