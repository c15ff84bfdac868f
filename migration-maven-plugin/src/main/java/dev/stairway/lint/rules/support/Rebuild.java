package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.TableAction.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that is written anew under its own name: its rows are copied, the old one is dropped. It is the way that SQLite's
 * manual advises for what ALTER TABLE cannot do: https://www.sqlite.org/lang_altertable.html#otheralter.
 *
 * @param table its name before and after
 * @param copy where its rows are while it is dropped
 * @param query what reads the rows that are kept
 * @param columns what gets them, as far as it is written
 */
public record Rebuild(Name table, Name copy, Query query, List<Name> columns) {

    public Rebuild {
        columns = List.copyOf(columns);
    }

    /** The one that a DROP TABLE belongs to, in the same migration. */
    public static Optional<Rebuild> around(StatementView drop, Name dropped) {
        List<ParsedStatement> before = drop.before();
        List<ParsedStatement> after = drop.after();
        for (Rebuild copied : copies(before, dropped)) {
            boolean renamed = renames(after, copied.copy(), dropped);
            boolean refilled = creates(after, dropped)
                    && copies(after, copied.copy()).stream()
                            .anyMatch(back -> back.copy().same(dropped));
            boolean aside = renames(before, copied.copy(), dropped) && creates(before, copied.copy());
            if (renamed || refilled) {
                return Optional.of(copied);
            }
            if (aside) {
                return Optional.of(new Rebuild(copied.copy(), copied.copy(), copied.query(), copied.columns()));
            }
        }
        return Optional.empty();
    }

    /** True when rows are left out on the way. */
    public boolean leavesRows() {
        return query.where() != null || query.limited();
    }

    private static List<Rebuild> copies(List<ParsedStatement> statements, Name from) {
        List<Rebuild> copies = new ArrayList<>();
        for (ParsedStatement statement : statements) {
            statement
                    .as(Insert.class)
                    .filter(insert -> insert.query() != null && reads(insert.query(), from))
                    .map(insert -> new Rebuild(from, insert.table(), insert.query(), insert.columns()))
                    .ifPresent(copies::add);
            statement
                    .as(CreateTable.class)
                    .filter(made -> made.as() != null && reads(made.as(), from))
                    .map(made -> new Rebuild(from, made.table(), made.as(), List.of()))
                    .ifPresent(copies::add);
        }
        return copies;
    }

    private static boolean reads(Query query, Name table) {
        return Names.contains(query.tables(), table);
    }

    private static boolean renames(List<ParsedStatement> statements, Name from, Name to) {
        return Actions.on(from, statements, RenameTable.class)
                .anyMatch(rename -> rename.to().same(to));
    }

    private static boolean creates(List<ParsedStatement> statements, Name table) {
        return statements.stream()
                .flatMap(statement -> statement.as(CreateTable.class).stream())
                .anyMatch(made -> made.table().same(table));
    }
}
