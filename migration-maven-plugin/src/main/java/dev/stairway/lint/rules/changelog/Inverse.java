package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.MigrationView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of a migration that only makes things. */
final class Inverse {

    private static final int MOST = 4;

    private Inverse() {}

    /** Statements in the order in which they run; empty when one of the way up has no plain inverse. */
    static Optional<String> of(MigrationView migration) {
        List<String> back = new ArrayList<>();
        for (ParsedStatement statement : migration.up()) {
            Optional<String> one = of(statement.tree());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            back.add(0, one.get());
        }
        boolean some = !back.isEmpty()
                && back.size() <= MOST
                && migration.said().notCovered().isEmpty();
        return some ? Optional.of(String.join(" ", back)) : Optional.empty();
    }

    private static Optional<String> of(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable made) {
            return drop("TABLE", made.table());
        }
        if (tree instanceof SqlTree.CreateIndex made && made.index() != null) {
            return drop(made.concurrently() ? "INDEX CONCURRENTLY" : "INDEX", made.index());
        }
        if (tree instanceof SqlTree.CreateView made) {
            return drop(made.materialized() ? "MATERIALIZED VIEW" : "VIEW", made.view());
        }
        if (tree instanceof SqlTree.CreateSequence made) {
            return drop("SEQUENCE", made.sequence());
        }
        if (tree instanceof SqlTree.CreateType made) {
            return drop("TYPE", made.type());
        }
        return tree instanceof SqlTree.AlterTable alter && alter.actions().size() == 1
                ? of(alter.table(), alter.actions().get(0))
                : Optional.empty();
    }

    private static Optional<String> of(Name table, TableAction action) {
        String alter = "ALTER TABLE " + table + " ";
        if (action instanceof TableAction.AddColumn add) {
            return Optional.of(alter + "DROP COLUMN " + add.column().name() + ";");
        }
        if (action instanceof TableAction.AddConstraint add && add.constraint().name() != null) {
            return Optional.of(alter + "DROP CONSTRAINT " + add.constraint().name() + ";");
        }
        if (action instanceof TableAction.RenameColumn rename) {
            return Optional.of(alter + "RENAME COLUMN " + rename.to() + " TO " + rename.from() + ";");
        }
        return Optional.empty();
    }

    private static Optional<String> drop(String kind, Name name) {
        return Optional.of("DROP " + kind + " " + name + ";");
    }
}
