package dev.stairway.engine.mybatis;

import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.migration.Change;
import org.apache.ibatis.migration.operations.ChangelogOperation;
import org.apache.ibatis.migration.operations.DatabaseOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/** The table of the history, read and written by MyBatis itself inside the step's transaction. */
final class StepHistory {

    private final DatabaseOperationOption option;

    StepHistory(DatabaseOperationOption option) {
        this.option = option;
    }

    String table() {
        return option.getChangelogTable();
    }

    /** Lower-case name without a schema. */
    String bareName() {
        return table().substring(table().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    void ran(JdbcSession session, Change change) throws SQLException {
        try (JdbcSession.Scope bookkeeping = session.bookkeeping()) {
            Change applied = new Change(change);
            applied.setAppliedTimestamp(DatabaseOperation.generateAppliedTimeStampAsString());
            new ChangelogOperation(session.connection(), option).insert(applied);
        }
    }

    void takenBack(JdbcSession session, Change change) throws SQLException {
        try (JdbcSession.Scope bookkeeping = session.bookkeeping()) {
            new ChangelogOperation(session.connection(), option).deleteById(change.getId());
        }
    }

    /** What ran; nothing when there is no table. */
    List<Change> all(JdbcSession session) throws SQLException {
        if (!exists(session)) {
            return List.of();
        }
        try (JdbcSession.Scope bookkeeping = session.bookkeeping()) {
            return new ChangelogOperation(session.connection(), option).selectAll();
        }
    }

    /**
     * MyBatis asks by a query that fails where there is no table, and works on another connection than the script; here it is
     * the same one, whose transaction has to survive the failure.
     */
    boolean exists(JdbcSession session) throws SQLException {
        Connection raw = session.raw();
        ChangelogOperation operation = new ChangelogOperation(raw, option);
        if (raw.getAutoCommit()) {
            return operation.tableExists();
        }
        Savepoint before = raw.setSavepoint();
        boolean exists = operation.tableExists();
        if (!exists) {
            raw.rollback(before);
        }
        raw.releaseSavepoint(before);
        return exists;
    }
}
