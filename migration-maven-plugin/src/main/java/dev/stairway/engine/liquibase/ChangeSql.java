package dev.stairway.engine.liquibase;

import dev.stairway.engine.script.SplitScript;
import dev.stairway.script.sql.SqlStatement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.SQLFileChange;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * What one change sends.
 *
 * @param sql statements; in places of the text that the change holds, or of its file
 * @param inFile true for places in a file of its own, which are exact
 * @param rendered true when the change holds no SQL itself
 * @param notCovered why its statements cannot be known
 * @param cut statements that Liquibase cuts apart
 */
record ChangeSql(
        List<SqlStatement> sql, boolean inFile, boolean rendered, List<String> notCovered, List<SqlStatement> cut) {

    /**
     * Renders a change, without any database.
     *
     * @param visitors of the changeSet, already those for this way
     */
    static ChangeSql of(Change change, Database database, String product, List<SqlVisitor> visitors) {
        try {
            return change instanceof AbstractSQLChange sql
                    ? written(sql, database, product, visitors)
                    : rendered(change, statements(change, database), database, visitors);
        } catch (Exception | LinkageError refused) {
            return notCovered(change, OpaqueChanges.reason(refused, database));
        }
    }

    /** The way back that Liquibase derives. */
    static ChangeSql back(Change change, Database database, List<SqlVisitor> visitors) {
        try {
            if (change.generateRollbackStatementsVolatile(database)) {
                return notCovered(change, "Liquibase looks at the database to take it back");
            }
            return rendered(change, change.generateRollbackStatements(database), database, visitors);
        } catch (Exception | LinkageError refused) {
            return notCovered(change, OpaqueChanges.reason(refused, database));
        }
    }

    private static liquibase.statement.SqlStatement[] statements(Change change, Database database)
            throws LiquibaseException {
        change.finishInitialization();
        Optional<String> reason = OpaqueChanges.reason(change, database);
        if (reason.isPresent()) {
            throw new LiquibaseException(reason.get());
        }
        return change.generateStatements(database);
    }

    private static ChangeSql notCovered(Change change, String reason) {
        return new ChangeSql(
                List.of(), false, true, List.of(change.getSerializedObjectName() + ": " + reason), List.of());
    }

    private static ChangeSql rendered(
            Change change,
            liquibase.statement.SqlStatement[] statements,
            Database database,
            List<SqlVisitor> visitors) {
        List<SqlStatement> sql = new ArrayList<>();
        for (liquibase.statement.SqlStatement statement : statements) {
            if (statement.skipOnUnsupported()
                    && !SqlGeneratorFactory.getInstance().supports(statement, database)) {
                continue;
            }
            if (!SqlGeneratorFactory.getInstance().supports(statement, database)) {
                return notCovered(change, "Liquibase does not support it on " + database.getShortName());
            }
            Sql[] generated = SqlGeneratorFactory.getInstance().generateSql(statement, database);
            if (generated == null) {
                continue;
            }
            Arrays.stream(generated)
                    .filter(Objects::nonNull)
                    .map(one -> visited(one.toSql(), database, visitors))
                    .filter(text -> !text.isBlank())
                    .map(text -> new SqlStatement("", 1, 1, ended(text)))
                    .forEach(sql::add);
        }
        return new ChangeSql(sql, false, true, List.of(), List.of());
    }

    private static String ended(String sql) {
        return sql.strip().replaceFirst(";\\s*$", "");
    }

    private static ChangeSql written(
            AbstractSQLChange change, Database database, String product, List<SqlVisitor> visitors)
            throws LiquibaseException {
        change.finishInitialization();
        if (!targets(change, database)) {
            return new ChangeSql(List.of(), false, false, List.of(), List.of());
        }
        String text = change.getSql();
        if (text == null || text.isBlank()) {
            return new ChangeSql(List.of(), false, false, List.of(), List.of());
        }
        String file = change instanceof SQLFileChange named ? file(named) : "";
        String plain = Delimiters.plain(visited(text, database, visitors), change.getEndDelimiter());
        SplitScript split = SplitScript.of(file, plain, product);
        return new ChangeSql(
                split.statements(), !file.isEmpty(), false, split.notCovered(), split.cutBy(pieces(change, database)));
    }

    private static String file(SQLFileChange change) {
        Path path = Path.of(change.getPath().replaceFirst("^classpath:/*", ""));
        boolean relative = Boolean.TRUE.equals(change.isRelativeToChangelogFile());
        Path found = relative ? Path.of(Positions.file(change.getChangeSet())).resolveSibling(path) : path;
        return found.normalize().toString().replace('\\', '/');
    }

    private static boolean targets(AbstractSQLChange change, Database database) {
        return change.getDbms() == null
                || change.getDbms().isBlank()
                || liquibase.database.DatabaseList.definitionMatches(change.getDbms(), database, true);
    }

    private static List<String> pieces(AbstractSQLChange change, Database database) {
        List<String> pieces = new ArrayList<>();
        for (liquibase.statement.SqlStatement statement : change.generateStatements(database)) {
            pieces.add(Delimiters.plain(statement.toString(), change.getEndDelimiter()));
        }
        return pieces;
    }

    private static String visited(String sql, Database database, List<SqlVisitor> visitors) {
        String text = sql;
        for (SqlVisitor visitor : visitors) {
            boolean here = visitor.getApplicableDbms() == null
                    || visitor.getApplicableDbms().isEmpty()
                    || liquibase.database.DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true);
            text = here ? visitor.modifySql(text, database) : text;
        }
        return text;
    }
}
