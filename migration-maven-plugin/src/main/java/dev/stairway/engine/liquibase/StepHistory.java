package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcSession;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;

/**
 * Liquibase's history table, written with one prepared statement per step inside the step's transaction. Liquibase reads
 * it through this class, too, so preconditions on the history see what is really there, restored checkpoints included.
 */
final class StepHistory extends StandardChangeLogHistoryService {

    private static final int MAX_TEXT = 250;
    private static final String KEY = " WHERE ID = ? AND AUTHOR = ? AND FILENAME = ?";

    private final SessionConnection connection;
    private int order;
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
        write(type.ranBefore ? updateSql : insertSql, row(changeSet, type));
    }

    @Override
    public void removeFromHistory(ChangeSet changeSet) throws DatabaseException {
        write(deleteSql, changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath());
    }

    private Object[] row(ChangeSet changeSet, ChangeSet.ExecType type) {
        return new Object[] {
            getNextSequenceValue(),
            Checksums.recorded(changeSet).orElse(null),
            limited(changeSet.getDescription()),
            limited(
                    changeSet.getComments() == null
                            ? ""
                            : changeSet.getComments().trim()),
            type.value,
            changeSet.buildFullContext(),
            changeSet.buildFullLabels(),
            MarkChangeSetRanGenerator.getLiquibaseBuildVersion(),
            Scope.getCurrentScope().getDeploymentId(),
            MarkChangeSetRanGenerator.getTagFromChangeset(changeSet),
            changeSet.getId(),
            changeSet.getAuthor(),
            changeSet.getFilePath()
        };
    }

    /** The same columns and values as Liquibase's own statements, as parameters. */
    private void writeSql() {
        String table = getDatabase()
                .escapeTableName(getLiquibaseCatalogName(), getLiquibaseSchemaName(), getDatabaseChangeLogTableName());
        String now = getDatabase().getCurrentDateTimeFunction();
        insertSql = "INSERT INTO " + table
                + " (ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID, TAG,"
                + " ID, AUTHOR, FILENAME, DATEEXECUTED) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + now + ")";
        updateSql = "UPDATE " + table
                + " SET ORDEREXECUTED = ?, MD5SUM = ?, DESCRIPTION = ?, COMMENTS = ?, EXECTYPE = ?, CONTEXTS = ?, LABELS = ?,"
                + " LIQUIBASE = ?, DEPLOYMENT_ID = ?, TAG = COALESCE(?, TAG), DATEEXECUTED = " + now + KEY;
        deleteSql = "DELETE FROM " + table + KEY;
    }

    private void write(String sql, Object... values) throws DatabaseException {
        JdbcSession session = connection.session();
        try (JdbcSession.Scope bookkeeping = session.bookkeeping();
                PreparedStatement statement = session.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Integer number) {
                    statement.setInt(i + 1, number);
                } else {
                    statement.setString(i + 1, (String) values[i]);
                }
            }
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    private static String limited(String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
