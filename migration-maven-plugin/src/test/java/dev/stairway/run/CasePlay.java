package dev.stairway.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Plays the ways of cases with nothing but a connection. */
final class CasePlay {

    private final Connection connection;
    private final CaseChangelog texts;
    private final boolean postgres;

    CasePlay(Connection connection, boolean postgres) {
        this.connection = connection;
        this.postgres = postgres;
        this.texts = new CaseChangelog(postgres);
    }

    /** Makes the state before. */
    void base(SqlCase planted) throws SQLException {
        List<String> statements =
                planted.base().stream().map(CaseChangelog::guarded).toList();
        if (postgres) {
            run(List.of("CREATE SCHEMA " + planted.schema()), true);
        }
        String error = run(texts.inSchema(planted, statements, true), true);
        if (!error.isEmpty()) {
            throw new SQLException(planted + ": " + error);
        }
    }

    /** The error; empty when it ran. */
    String up(SqlCase planted) throws SQLException {
        return run(texts.inSchema(planted, planted.up(), planted.inTransaction()), planted.inTransaction());
    }

    /** The error; empty when it ran. */
    String down(SqlCase planted) throws SQLException {
        return planted.down() == null
                ? "there is no way back"
                : run(texts.inSchema(planted, planted.down(), planted.inTransaction()), planted.inTransaction());
    }

    private String run(List<String> statements, boolean inTransaction) throws SQLException {
        connection.setAutoCommit(!inTransaction);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            if (inTransaction) {
                connection.commit();
            }
            return "";
        } catch (SQLException e) {
            if (inTransaction) {
                connection.rollback();
            }
            return String.valueOf(e.getMessage());
        } finally {
            forget();
        }
    }

    /** As in a new session. */
    private void forget() throws SQLException {
        connection.setAutoCommit(true);
        if (postgres) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("RESET SESSION AUTHORIZATION");
                statement.execute("DISCARD ALL");
            }
        }
    }
}
