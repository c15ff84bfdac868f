package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * A transaction around one statement that has none. The server makes one for it anyhow; in ours, its locks can be seen before
 * they go. Only for what may run in one, and means the same there.
 */
final class OwnTransaction {

    private static final String SPACE = "(?:\\s|--[^\\n]*\\n|/\\*[^*]*\\*/)";
    private static final Pattern MAY = Pattern.compile(
            SPACE + "*+(?:alter" + SPACE + "+(?:table|index|view|sequence|materialized)|create" + SPACE
                    + "+(?:unique" + SPACE + "+)?(?:index|table|view|trigger)|drop" + SPACE
                    + "+(?:table|index|view|sequence|trigger)|insert|update|delete|truncate)\\b[^;]*;?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

    private boolean open;

    /** Begins one, if the statement is of that kind. @param alone false while the engine has one of its own */
    void begin(Connection raw, String sql, boolean alone) throws SQLException {
        if (alone && MAY.matcher(sql).matches() && !NEVER.matcher(sql).find()) {
            run(raw, "BEGIN");
            open = true;
        }
    }

    /** Commits it, if there is one. @return whether there was */
    boolean commit(Connection raw) throws SQLException {
        return end(raw, "COMMIT");
    }

    /** The statement has failed. */
    void rollback(Connection raw) throws SQLException {
        end(raw, "ROLLBACK");
    }

    private boolean end(Connection raw, String how) throws SQLException {
        boolean was = open;
        if (was) {
            open = false;
            run(raw, how);
        }
        return was;
    }

    private static void run(Connection raw, String sql) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute(sql);
        }
    }
}
