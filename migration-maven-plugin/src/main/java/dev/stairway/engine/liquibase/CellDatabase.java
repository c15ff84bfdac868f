package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcSession;
import java.sql.SQLException;
import liquibase.Scope;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;

/** Liquibase's database, connection and history of one cell. */
record CellDatabase(AbstractJdbcDatabase database, SessionConnection connection, StepHistory history) {

    /** Makes them and creates the two tables; inside a scope. */
    static CellDatabase on(JdbcSession session, String url) throws LiquibaseException, SQLException {
        SilentSql.install();
        SessionConnection connection = SessionConnection.of(session, url);
        connection.use(session);
        AbstractJdbcDatabase database = StepDatabases.connected(connection);
        // Asked once here, so that no step pays for it.
        database.getDefaultCatalogName();
        database.getDefaultSchemaName();
        StepHistory history = new StepHistory(database, connection);
        HistoryServices.register(history);
        history.init();
        LockServiceFactory.getInstance().getLockService(database).init();
        database.commit();
        return new CellDatabase(database, connection, history);
    }

    void use(JdbcSession session) throws SQLException {
        connection.use(session);
        history.forget();
    }

    void release() {
        connection.forget();
    }

    /** Takes the cell out of Liquibase's registries, which live as long as the JVM. */
    void close(LiquibaseScope scope) {
        try {
            scope.call(() -> {
                Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
                HistoryServices.unregister(history, database);
                return null;
            });
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
