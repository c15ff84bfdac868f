package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Pieces of ALTER TABLE. */
public final class Actions {

    private Actions() {}

    /** Those of one kind in a statement, in order; none where it is no ALTER TABLE. */
    public static <T extends TableAction> List<T> of(StatementView statement, Class<T> kind) {
        return of(statement.parsed(), kind).toList();
    }

    /** The same. */
    public static <T extends TableAction> Stream<T> of(ParsedStatement statement, Class<T> kind) {
        return statement.as(AlterTable.class).stream()
                .flatMap(alter -> alter.actions().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Those of one kind that statements ask of a table. */
    public static <T extends TableAction> Stream<T> on(
            Name table, Collection<ParsedStatement> statements, Class<T> kind) {
        return statements.stream()
                .filter(statement -> statement
                        .as(AlterTable.class)
                        .filter(alter -> alter.table().same(table))
                        .isPresent())
                .flatMap(statement -> of(statement, kind));
    }

    /** The table of an ALTER TABLE. @throws java.util.NoSuchElementException for any other statement */
    public static Name table(StatementView statement) {
        return statement.as(AlterTable.class).orElseThrow().table();
    }
}
