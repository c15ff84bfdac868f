package dev.stairway.engine.liquibase;

import java.util.Optional;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.statement.core.LockDatabaseChangeLogStatement;
import liquibase.statement.core.UnlockDatabaseChangeLogStatement;

/**
 * The row by which runs of Liquibase keep each other away:
 * https://docs.liquibase.com/concepts/tracking-tables/databasechangeloglock-table.html. Liquibase's own service writes the same
 * statements, and makes every history of the JVM forget who reads it besides.
 */
record TableLock(AbstractJdbcDatabase database) {

    /** @return who has it; empty when it is taken now */
    Optional<String> take() throws LiquibaseException {
        int rows = executor().update(new LockDatabaseChangeLogStatement());
        database.commit();
        if (rows > 0) {
            return Optional.empty();
        }
        return Stream.of(LockServiceFactory.getInstance()
                        .getLockService(database)
                        .listLocks())
                .map(lock -> lock.getLockedBy() + " since " + lock.getLockGranted())
                .findFirst()
                .or(() -> Optional.of("somebody who gave it back meanwhile"));
    }

    void giveBack() throws LiquibaseException {
        executor().update(new UnlockDatabaseChangeLogStatement());
        database.commit();
    }

    private Executor executor() {
        return Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
    }
}
