package dev.stairway.release.sqlite;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.release.Dump;
import dev.stairway.release.Dumps;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Loads what the {@code .dump} command has written: https://www.sqlite.org/cli.html#dump_the_entire_database_to_a_text_file */
public final class SqliteDump {

    private static final String AGAIN = "Dump it again: sqlite3 database.db .dump > release.sql";

    private SqliteDump() {}

    /** @throws dev.stairway.problem.ProblemException with file and line */
    public static void load(Dump dump, JdbcDatabase database) {
        try (Connection connection = database.connect()) {
            String text = Files.readString(dump.file(), StandardCharsets.UTF_8);
            for (SqlStatement statement : SqlScript.statements(dump.shownAs(), text, SqlSyntax.SQLITE)) {
                run(dump, connection, statement);
            }
            if (!connection.getAutoCommit()) {
                throw Dumps.refused(dump, (int) text.lines().count(), "", "it ends before its COMMIT", AGAIN, null);
            }
        } catch (SQLException | IOException e) {
            throw Dumps.refused(dump, 1, "", String.valueOf(e.getMessage()), AGAIN, e);
        }
    }

    /** The driver has to know of a transaction; what stands before it, as the switch of foreign keys, works outside only. */
    private static void run(Dump dump, Connection connection, SqlStatement statement) throws SQLException {
        switch (statement.sql().toUpperCase(Locale.ROOT)) {
            case "BEGIN TRANSACTION" -> connection.setAutoCommit(false);
            case "COMMIT" -> {
                connection.commit();
                connection.setAutoCommit(true);
            }
            case "ROLLBACK" ->
                throw Dumps.refused(
                        dump, statement.line(), statement.sql(), "the shell found errors in the database", AGAIN, null);
            default -> execute(dump, connection, statement);
        }
    }

    private static void execute(Dump dump, Connection connection, SqlStatement statement) {
        try (Statement running = connection.createStatement()) {
            running.execute(statement.sql());
        } catch (SQLException failed) {
            throw Dumps.refused(
                    dump, statement.line(), statement.sql(), String.valueOf(failed.getMessage()), AGAIN, failed);
        }
    }
}
