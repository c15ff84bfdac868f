package dev.stairway.database.postgres;

import dev.stairway.database.jdbc.DriverAdvice;
import dev.stairway.database.jdbc.SqlText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/** What pgjdbc needs so that one physical connection can serve many sessions; one per database. */
final class PostgresAdvice implements DriverAdvice {

    // A setting with a dot in its name stays known (as an empty text) even after RESET ALL.
    // https://www.postgresql.org/docs/current/runtime-config-custom.html
    private static final Pattern CUSTOM_SETTING = Pattern.compile(
            "\\bset_config\\b|\\bset\\s+(?:session\\s+|local\\s+)?\"?\\w+\"?\\.|\\bload\\s+'",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PREPARE = Pattern.compile("\\bprepare\\b", Pattern.CASE_INSENSITIVE);

    // Not "$user", which stands in every search path.
    private static final Pattern MAKES_NEW_SESSIONS_DIFFER =
            Pattern.compile("(?<![\\w$])(role|user|database|language|extension|event)\\b", Pattern.CASE_INSENSITIVE);

    private boolean mayHavePrepared;
    private boolean newSessionsMayDiffer;

    // The driver keeps server-side statements by their text for the life of the connection. One of an earlier session
    // would fail here with "cached plan must not change result type"; a new connection would not know it.
    // https://jdbc.postgresql.org/documentation/server-prepare/
    @Override
    public void prepared(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    @Override
    public void preparedForAll(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
    }

    // Almost no statement says one of the words, and a look for the word alone is many times faster than the
    // expression.
    @Override
    public boolean leavesTraces(String sql) {
        mayHavePrepared = mayHavePrepared
                || SqlText.mentions(sql, "prepare") && PREPARE.matcher(sql).find();
        newSessionsMayDiffer =
                newSessionsMayDiffer || MAKES_NEW_SESSIONS_DIFFER.matcher(sql).find();
        return (SqlText.mentions(sql, "set") || SqlText.mentions(sql, "load"))
                && CUSTOM_SETTING.matcher(sql).find();
    }

    /** True from the first text on that says PREPARE: a function made from it may do so at any later time. */
    boolean mayHavePrepared() {
        return mayHavePrepared;
    }

    /**
     * True from the first text on that says what a setting bound to a role or database, another language, an extension or a
     * log-in trigger takes to say.
     */
    boolean newSessionsMayDiffer() {
        return newSessionsMayDiffer;
    }
}
