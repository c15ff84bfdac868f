package com.example;

import java.util.stream.Stream;
import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomSqlRollback;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

/** Gives the database as much work as the build is told to. */
public class Work implements CustomSqlChange, CustomSqlRollback {

    @Override
    public SqlStatement[] generateStatements(Database database) {
        long rows = Long.getLong("work.rows", 10_000);
        return statements(
                "CREATE TABLE work (id integer NOT NULL PRIMARY KEY)",
                "INSERT INTO work WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                        + ") SELECT count(*) FROM n");
    }

    @Override
    public SqlStatement[] generateRollbackStatements(Database database) {
        return statements("DROP TABLE work");
    }

    private static SqlStatement[] statements(String... texts) {
        return Stream.of(texts).map(RawSqlStatement::new).toArray(SqlStatement[]::new);
    }

    @Override
    public String getConfirmationMessage() {
        return "worked";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
