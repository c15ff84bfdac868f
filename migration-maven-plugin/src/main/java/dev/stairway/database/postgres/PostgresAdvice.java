package dev.stairway.database.postgres;

import dev.stairway.database.jdbc.DriverAdvice;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/** What pgjdbc needs so that one physical connection can serve many sessions. */
final class PostgresAdvice implements DriverAdvice {

    static final PostgresAdvice INSTANCE = new PostgresAdvice();

    // A setting with a dot in its name stays known (as an empty text) even after RESET ALL.
    // https://www.postgresql.org/docs/current/runtime-config-custom.html
    private static final Pattern CUSTOM_SETTING = Pattern.compile(
            "\\bset_config\\b|\\bset\\s+(?:session\\s+|local\\s+)?\"?\\w+\"?\\.|\\bload\\s+'",
            Pattern.CASE_INSENSITIVE);

    private PostgresAdvice() {}

    // The driver keeps server-side statements by their text for the life of the connection. One of an earlier session
    // would fail here with "cached plan must not change result type"; a new connection would not know it.
    // https://jdbc.postgresql.org/documentation/server-prepare/
    @Override
    public void prepared(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    @Override
    public boolean leavesTraces(String sql) {
        return CUSTOM_SETTING.matcher(sql).find();
    }
}
