package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Rebuild;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.List;
import java.util.Optional;

/** A table that others refer to is dropped while foreign keys are enforced. */
public final class RebuildFkOn implements LintRule {

    private static final Facts FACTS = Facts.of("L02", "rebuild-fk-on", Severity.ERROR)
            .about("sqlite")
            .catches("DROP TABLE of a table that others refer to, with foreign keys enforced")
            .when(
                    "A table that was there before the release is dropped, to be written anew or for good, another table refers"
                            + " to it, and foreign keys were not switched off outside a transaction before. Quiet for tables that"
                            + " nobody refers to. A table that refers to itself counts, too: its new"
                            + " form refers to the old one until that is gone.")
            .effect(
                    "Where foreign keys are enforced, DROP TABLE deletes all rows of the table first. Rows that refer to them"
                            + " are deleted by ON DELETE CASCADE, or lose their value by SET NULL, without an error, although the"
                            + " table is back with all its rows a moment later; with any other action the migration fails.")
            .instead("Outside the runner's transaction: PRAGMA foreign_keys = OFF; BEGIN; rebuild the table; PRAGMA"
                    + " foreign_key_check; COMMIT; PRAGMA foreign_keys = ON;")
            .see(
                    "https://www.sqlite.org/lang_altertable.html#otheralter",
                    "https://www.sqlite.org/foreignkeys.html#fk_schemacommands")
            .provenBy(Proof.LOSES_DATA, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(ReleaseView way, Remarks remarks) {
        release(way, remarks);
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        ForeignKeys keys = new ForeignKeys();
        for (StatementView statement : release.statements()) {
            keys.after(statement);
            if (!keys.off()) {
                statement
                        .as(Drop.class)
                        .filter(drop -> drop.kind() == ObjectKind.TABLE)
                        .ifPresent(drop -> drop.names().forEach(table -> look(statement, table, keys, remarks)));
            }
        }
    }

    private static void look(StatementView statement, Name table, ForeignKeys keys, Remarks remarks) {
        boolean known = statement.schema().table(table).isPresent();
        Optional<Constraint> key = referring(statement, table);
        if (key.isPresent()) {
            remarks.at(statement, 0, table.written(), what(statement, table, key.get()));
        } else if (!known && keys.on() && Rebuild.around(statement, table).isPresent()) {
            remarks.at(
                    statement,
                    0,
                    table.written(),
                    "Foreign keys are enforced while " + table
                            + " is dropped: rows that refer to it are deleted or changed along with its rows, or the DROP"
                            + " fails");
        }
    }

    /**
     * The worst foreign key of another table that holds rows; empty where there is none. The new form of a table that refers
     * to itself is such a table: while the old one is dropped, it refers to that.
     */
    private static Optional<Constraint> referring(StatementView statement, Name table) {
        if (statement.isNew(table)) {
            return Optional.empty();
        }
        Optional<Name> copy = Rebuild.around(statement, table).map(Rebuild::copy);
        List<Constraint> keys = statement.schema().referring(table).stream()
                .filter(other -> !other.name().same(table))
                .filter(other -> !statement.isNew(other.name())
                        || copy.filter(other.name()::same).isPresent())
                .flatMap(other -> other.all(Constraint.Kind.FOREIGN_KEY).stream())
                .filter(key -> key.references().table().same(table))
                .toList();
        Optional<Constraint> silent = keys.stream()
                .filter(key -> !key.references().onDelete().isEmpty())
                .findFirst();
        return silent.or(() -> keys.stream().findFirst());
    }

    private static String what(StatementView statement, Name table, Constraint key) {
        String other = statement.schema().referring(table).stream()
                .filter(one -> one.constraints().contains(key))
                .map(Table::name)
                .map(Name::written)
                .findFirst()
                .orElse("another table");
        String begin = "DROP TABLE deletes the rows of " + table + " first, and where foreign keys are enforced ";
        return switch (key.references().onDelete()) {
            case "CASCADE" ->
                begin + "all rows of " + other + " that refer to them are deleted, too, by ON DELETE CASCADE";
            case "SET NULL", "SET DEFAULT" ->
                begin + "rows of " + other + " lose what they refer to by ON DELETE "
                        + key.references().onDelete();
            default -> begin + "that fails as soon as a row of " + other + " refers to one of them";
        };
    }
}
