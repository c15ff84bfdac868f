package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;

/**
 * Liquibase's history table, written with one prepared statement per step inside the step's transaction. Liquibase reads
 * it through this class, too, so preconditions on the history see what is really there, restored checkpoints included.
 */
final class StepHistory extends StandardChangeLogHistoryService {

    private static final String KEY = " WHERE ID = ? AND AUTHOR = ? AND FILENAME = ?";

    private final SessionConnection connection;
    private int order;
    /** Where PostgreSQL put the row of a changeSet; the table has no index, and looking for a row reads all of it. */
    private final Map<ChangeSet, String> places = new IdentityHashMap<>();

    private final Map<ChangeSet, HistoryRow> rows = new IdentityHashMap<>();
    private final Checksums checksums = new Checksums();

    private boolean tellsPlaces;
    private String insertSql;
    private String updateSql;
    private String deleteSql;

    /** Not public and with an argument: Liquibase would make its own copy otherwise. */
    StepHistory(Database database, SessionConnection connection) {
        setDatabase(database);
        this.connection = connection;
    }

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE + 1;
    }

    @Override
    public boolean supports(Database database) {
        return database == getDatabase();
    }

    /** Creates the table; starts the order of execution behind what the table already has. */
    @Override
    public void init() throws DatabaseException {
        super.init();
        for (RanChangeSet ran : super.getRanChangeSets()) {
            order = Math.max(order, ran.getOrderExecuted() == null ? 0 : ran.getOrderExecuted());
        }
        forget();
        writeSql();
    }

    Checksums checksums() {
        return checksums;
    }

    /** Forgets what was read: the database may have been rolled back or restored since. */
    void forget() {
        reset();
    }

    @Override
    public boolean hasDatabaseChangeLogTable() {
        return true;
    }

    @Override
    public List<RanChangeSet> getRanChangeSets() throws DatabaseException {
        try (JdbcSession.Scope bookkeeping = connection.session().bookkeeping()) {
            return super.getRanChangeSets();
        }
    }

    @Override
    public int getNextSequenceValue() {
        return ++order;
    }

    @Override
    public void setExecType(ChangeSet changeSet, ChangeSet.ExecType type) throws DatabaseException {
        if (type == ChangeSet.ExecType.FAILED || type == ChangeSet.ExecType.SKIPPED) {
            return;
        }
        if (type.ranBefore) {
            write(updateSql, row(changeSet, type));
        } else {
            String place = write(insertSql, row(changeSet, type)).place();
            if (tellsPlaces) {
                places.put(changeSet, place);
            }
        }
    }

    @Override
    public void removeFromHistory(ChangeSet changeSet) throws DatabaseException {
        String place = places.remove(changeSet);
        String id = changeSet.getId();
        String author = changeSet.getAuthor();
        String file = changeSet.getFilePath();
        if (place == null
                || write(deleteSql + " AND ctid = CAST(? AS tid)", id, author, file, place)
                                .rows()
                        == 0) {
            // Restored from a checkpoint, or moved by an update: then it has to be looked for.
            write(deleteSql, id, author, file);
        }
    }

    private Object[] row(ChangeSet changeSet, ChangeSet.ExecType type) {
        return rows.computeIfAbsent(changeSet, made -> HistoryRow.of(made, checksums))
                .values(getNextSequenceValue(), type, DeploymentId.of(this));
    }

    /** The same columns and values as Liquibase's own statements, as parameters. */
    private void writeSql() {
        String table = getDatabase()
                .escapeTableName(getLiquibaseCatalogName(), getLiquibaseSchemaName(), getDatabaseChangeLogTableName());
        String now = getDatabase().getCurrentDateTimeFunction();
        tellsPlaces = getDatabase() instanceof PostgresDatabase;
        insertSql = "INSERT INTO " + table
                + " (ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID, TAG,"
                + " ID, AUTHOR, FILENAME, DATEEXECUTED) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + now + ")"
                + (tellsPlaces ? " RETURNING ctid" : "");
        updateSql = "UPDATE " + table
                + " SET ORDEREXECUTED = ?, MD5SUM = ?, DESCRIPTION = ?, COMMENTS = ?, EXECTYPE = ?, CONTEXTS = ?, LABELS = ?,"
                + " LIQUIBASE = ?, DEPLOYMENT_ID = ?, TAG = COALESCE(?, TAG), DATEEXECUTED = " + now + KEY;
        deleteSql = "DELETE FROM " + table + KEY;
    }

    /** What a statement did: how many rows, and where the one that it inserted is. */
    private record Written(int rows, String place) {}

    private Written write(String sql, Object... values) throws DatabaseException {
        JdbcSession session = connection.session();
        try (JdbcSession.Scope bookkeeping = session.bookkeeping();
                PreparedStatement statement = session.prepareBookkeeping(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Integer number) {
                    statement.setInt(i + 1, number);
                } else {
                    statement.setString(i + 1, (String) values[i]);
                }
            }
            Written written = run(statement);
            connection.commit();
            return written;
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    private static Written run(PreparedStatement statement) throws SQLException {
        if (!statement.execute()) {
            return new Written(statement.getUpdateCount(), "");
        }
        try (ResultSet inserted = statement.getResultSet()) {
            return inserted.next() ? new Written(1, inserted.getString(1)) : new Written(0, "");
        }
    }
}
