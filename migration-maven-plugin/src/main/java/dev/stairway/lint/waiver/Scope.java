package dev.stairway.lint.waiver;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlStatement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines that a comment is about.
 *
 * @param first 0 for the whole migration
 */
record Scope(int first, int last) {

    private static final Scope ALL = new Scope(0, 0);

    static Scope of(MigrationStatements migration, ScriptComment comment) {
        List<SqlStatement> statements = Stream.concat(migration.up().stream(), migration.down().stream())
                .filter(statement -> statement.file().equals(comment.file()))
                .sorted(Comparator.comparingInt(SqlStatement::line))
                .toList();
        SqlStatement around = null;
        SqlStatement next = null;
        for (SqlStatement statement : statements) {
            if (statement.line() > comment.line()) {
                next = statement;
                break;
            }
            around = statement;
        }
        if (around == null) {
            return ALL;
        }
        if (end(around) >= comment.line()) {
            return new Scope(around.line(), end(around));
        }
        return next == null ? ALL : new Scope(next.line(), end(next));
    }

    private static int end(SqlStatement statement) {
        return statement.lineOf(statement.sql().length());
    }
}
