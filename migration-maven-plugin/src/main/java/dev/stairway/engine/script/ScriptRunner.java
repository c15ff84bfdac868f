package dev.stairway.engine.script;

import dev.stairway.database.JdbcSession;
import dev.stairway.engine.StepOutcome;
import dev.stairway.script.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the statements of a script one by one, so that the line of the one that fails is known. */
public final class ScriptRunner {

    /** How the statements and the history belong together. */
    public enum Mode {
        /** Statements and history are one transaction. */
        TRANSACTION,
        /** Every statement takes effect by itself; those before the one that fails stay. */
        EACH_ALONE
    }

    /** Writes the history of the engine, in the transaction that it then commits. */
    @FunctionalInterface
    public interface Books {
        /** @param connection not in auto-commit mode; it is neither committed nor closed here */
        void write(Connection connection) throws SQLException;
    }

    private final JdbcSession session;

    /** @param session open for one step */
    public ScriptRunner(JdbcSession session) {
        this.session = session;
    }

    /**
     * Runs the statements, then notes that they ran.
     *
     * @param historyName of the table that the books are in, for messages
     * @param before notes that they are about to run, which stays when they fail
     */
    public StepOutcome run(List<SqlStatement> statements, Mode mode, String historyName, Books before, Books books) {
        StepOutcome outcome = begun(mode, historyName, before);
        outcome = outcome == null ? run(statements, mode, historyName, books) : outcome;
        return outcome.result() == StepOutcome.Result.FAILED ? left(outcome, before) : outcome;
    }

    /** In one transaction with the statements, where they are one: nobody else could see it before they end. */
    private StepOutcome begun(Mode mode, String historyName, Books before) {
        try {
            autoCommit(mode == Mode.EACH_ALONE);
            try (JdbcSession.Scope bookkeeping = session.bookkeeping()) {
                before.write(session.connection());
            }
            return null;
        } catch (SQLException failure) {
            return failed(
                    historyName + " cannot be written: " + Failures.lines(String.valueOf(failure.getMessage())), "");
        }
    }

    /** A failure has taken the note back with everything else of the transaction. */
    private StepOutcome left(StepOutcome outcome, Books before) {
        try {
            note(before);
            return outcome;
        } catch (SQLException lost) {
            return StepOutcome.failed(
                    outcome.reason() + "\nthen: " + Failures.lines(String.valueOf(lost.getMessage())), outcome.sql());
        }
    }

    /**
     * Runs the statements, then notes that they ran.
     *
     * @param historyName of the table that the books are in, for messages
     */
    public StepOutcome run(List<SqlStatement> statements, Mode mode, String historyName, Books books) {
        for (int i = 0; i < statements.size(); i++) {
            try {
                autoCommit(mode == Mode.EACH_ALONE);
                execute(statements.get(i));
            } catch (SQLException failure) {
                return failed(
                        Failures.reason(statements.get(i), failure),
                        statements.get(i).sql());
            }
        }
        try {
            note(books);
            return StepOutcome.executed();
        } catch (SQLException failure) {
            return failed(
                    "it ran, but " + historyName + " cannot be written: "
                            + Failures.lines(String.valueOf(failure.getMessage())),
                    "");
        }
    }

    /** Writes the history alone. */
    public void note(Books books) throws SQLException {
        autoCommit(false);
        Connection connection = session.connection();
        try (JdbcSession.Scope bookkeeping = session.bookkeeping()) {
            books.write(connection);
        }
        connection.commit();
    }

    private void execute(SqlStatement statement) throws SQLException {
        try (Statement jdbc = session.connection().createStatement()) {
            // Braces mean nothing to a server: https://docs.oracle.com/javase/tutorial/jdbc/ calls them JDBC's own.
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.sql());
        }
    }

    private void autoCommit(boolean on) throws SQLException {
        if (session.connection().getAutoCommit() != on) {
            session.connection().setAutoCommit(on);
        }
    }

    private StepOutcome failed(String reason, String sql) {
        try {
            if (!session.connection().getAutoCommit()) {
                session.connection().rollback();
            }
            return StepOutcome.failed(reason, sql);
        } catch (SQLException lost) {
            return StepOutcome.failed(reason + "\nthen: " + Failures.lines(String.valueOf(lost.getMessage())), sql);
        }
    }
}
