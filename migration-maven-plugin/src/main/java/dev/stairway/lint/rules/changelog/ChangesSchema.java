package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.MigrationView;
import dev.stairway.script.sql.SqlStatement;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a migration changes the schema, also of one whose statements nobody has read. */
final class ChangesSchema {

    private static final Pattern DDL =
            Pattern.compile("\\s*(CREATE|ALTER|DROP|RENAME|COMMENT)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Changes of Liquibase about rows, and about nothing. */
    private static final Set<String> ROWS = Set.of(
            "insert",
            "update",
            "delete",
            "loadData",
            "loadUpdateData",
            "sql",
            "sqlFile",
            "tagDatabase",
            "output",
            "empty",
            "customChange",
            "executeCommand",
            "stop");

    private ChangesSchema() {}

    static boolean in(MigrationView migration) {
        return migration.said().up().stream()
                        .map(SqlStatement::sql)
                        .anyMatch(sql -> DDL.matcher(sql).matches())
                || migration.said().changes().stream().anyMatch(change -> !ROWS.contains(change));
    }
}
