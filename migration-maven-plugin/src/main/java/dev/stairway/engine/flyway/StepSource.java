package dev.stairway.engine.flyway;

import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The data source that Flyway knows; the session behind it changes from step to step. Flyway opens up to three connections,
 * for its history, for the migrations and for callbacks: here all are views of the one session, so that a whole step can be
 * looked at, and taken back, in one transaction.
 */
final class StepSource {

    private JdbcSession session;
    private JdbcSession.Scope bookkeeping;
    private boolean working;
    private boolean worked;
    private boolean aside;

    /** A data source that is connected while a step runs. */
    DataSource dataSource() {
        return (DataSource) Reflect.instance(DataSource.class, (self, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> StepConnection.over(this);
            case "isWrapperFor" -> false;
            case "getLoginTimeout" -> 0;
            default -> null;
        });
    }

    /** What follows goes through this session and is Flyway's own business until {@link #working(boolean)}. */
    void use(JdbcSession next) throws SQLException {
        session = next;
        session.connection().setAutoCommit(false);
        working = false;
        worked = false;
        bookkeeping = session.bookkeeping();
    }

    /** True while what runs is the migration's own. */
    void working(boolean now) {
        aside = false;
        if (working == now || session == null) {
            return;
        }
        working = now;
        worked |= now;
        if (now) {
            bookkeeping.close();
        } else {
            bookkeeping = session.bookkeeping();
        }
    }

    boolean isWorking() {
        return working;
    }

    /** True once the migration's own work has started: before, there is nothing that a commit could end. */
    boolean hasWorked() {
        return worked;
    }

    /** A question of Flyway's own in the middle of the migration. */
    void askAside() {
        if (working) {
            working(false);
            aside = true;
        }
    }

    /** Goes on with the migration, if there was a question. */
    void goOn() {
        if (aside) {
            working(true);
        }
    }

    /** Lets go of the session, which the runner is about to close. */
    void forget() {
        if (!working && bookkeeping != null) {
            bookkeeping.close();
        }
        bookkeeping = null;
        working = false;
        session = null;
    }

    Connection connection() {
        return session.connection();
    }
}
