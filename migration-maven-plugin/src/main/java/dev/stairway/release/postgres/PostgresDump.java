package dev.stairway.release.postgres;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.release.Dump;
import dev.stairway.release.Dumps;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads what {@code pg_dump --format=plain} has written, rows by COPY, in one transaction. What it says of roles that are not
 * there, owners and privileges, is left out, and settings that this server does not know.
 */
public final class PostgresDump {

    private static final Pattern OF_ROLES =
            Pattern.compile("(ALTER .* OWNER TO .*|GRANT .*|REVOKE .*|ALTER DEFAULT PRIVILEGES .*)", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("SET \\w+ = .*", Pattern.DOTALL);
    private static final Pattern ENCODING = Pattern.compile("SET client_encoding = '?([\\w-]+)'?", Pattern.DOTALL);
    private static final Pattern OTHER_DATABASE =
            Pattern.compile("(CREATE|ALTER|DROP|COMMENT ON) DATABASE .*", Pattern.DOTALL);

    /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static final String UNDEFINED_OBJECT = "42704";

    private static final String DUPLICATE_SCHEMA = "42P06";
    private static final String AGAIN = "Dump it again with pg_dump --format=plain --no-owner --no-privileges";

    private final Dump dump;
    private final Connection connection;

    private PostgresDump(Dump dump, Connection connection) {
        this.dump = dump;
        this.connection = connection;
    }

    /** @throws dev.stairway.problem.ProblemException with file and line */
    public static void load(Dump dump, JdbcDatabase database) {
        int[] line = {0};
        try (BufferedReader in = Files.newBufferedReader(dump.file(), StandardCharsets.UTF_8);
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            new PostgresDump(dump, connection).load(new DumpLines(in), line);
            connection.commit();
        } catch (SQLException | IOException e) {
            throw Dumps.refused(dump, line[0], "", String.valueOf(e.getMessage()), AGAIN + " --encoding=UTF8", e);
        }
    }

    private void load(DumpLines lines, int[] line) throws IOException, SQLException {
        boolean more = true;
        while (more) {
            more = lines.next();
            line[0] = lines.line();
            run(lines.sql(), lines.start());
            if (lines.copy() != null) {
                copy(lines);
                line[0] = lines.line();
            }
        }
    }

    private void run(String text, int start) throws SQLException {
        String sql = withoutCommands(text, start);
        for (SqlStatement statement : SqlScript.statements(dump.shownAs(), sql, SqlSyntax.POSTGRESQL)) {
            run(statement.sql(), start + statement.line() - 1, kind(statement.sql()));
        }
    }

    /** Commands of psql: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS */
    private String withoutCommands(String text, int start) {
        if (!text.startsWith("\\") && !text.contains("\n\\")) {
            return text;
        }
        StringBuilder sql = new StringBuilder();
        int line = start;
        for (String each : text.split("\n", -1)) {
            if (each.startsWith("\\connect")) {
                throw otherDatabase(line, each);
            }
            // The two that keep a dump from being more than SQL; they bind psql alone.
            sql.append(each.startsWith("\\restrict") || each.startsWith("\\unrestrict") ? "" : each)
                    .append('\n');
            line++;
        }
        return sql.toString();
    }

    private RuntimeException otherDatabase(int line, String sql) {
        return Dumps.refused(
                dump, line, sql, "it makes a database of its own", "Dump it again without --create (-C)", null);
    }

    /** What may fail: its state of SQL; empty for nothing. */
    private static String kind(String sql) {
        String upper = sql.toUpperCase(Locale.ROOT);
        if (OF_ROLES.matcher(upper).matches() || SETTING.matcher(sql).matches()) {
            return UNDEFINED_OBJECT;
        }
        return upper.startsWith("CREATE SCHEMA ") ? DUPLICATE_SCHEMA : "";
    }

    private void run(String sql, int line, String mayFailWith) throws SQLException {
        if (OTHER_DATABASE.matcher(sql).matches()) {
            throw otherDatabase(line, sql);
        }
        var encoding = ENCODING.matcher(sql);
        if (encoding.matches()) {
            // The driver speaks UTF-8 and nothing else.
            if (!encoding.group(1).toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")) {
                throw Dumps.refused(dump, line, sql, "it is not in UTF-8", AGAIN + " --encoding=UTF8", null);
            }
            return;
        }
        Savepoint before = mayFailWith.isEmpty() ? null : connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            if (before == null || !mayFailWith.equals(failed.getSQLState())) {
                throw Dumps.refused(dump, line, sql, String.valueOf(failed.getMessage()), next(failed), failed);
            }
            connection.rollback(before);
        }
    }

    private static String next(SQLException failed) {
        return UNDEFINED_OBJECT.equals(failed.getSQLState())
                ? AGAIN + "; it names something that this server does not have"
                : AGAIN + ", from a server that is not newer than this one";
    }

    private void copy(DumpLines lines) throws IOException, SQLException {
        int start = lines.line();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(lines.copy());
        try {
            for (String row = lines.row(); row != null; row = lines.row()) {
                byte[] bytes = (row + "\n").getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
        } catch (SQLException failed) {
            throw Dumps.refused(dump, start, lines.copy(), String.valueOf(failed.getMessage()), AGAIN, failed);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
