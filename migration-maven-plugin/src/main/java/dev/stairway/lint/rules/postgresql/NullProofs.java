package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.NotNullProof;
import dev.stairway.lint.rules.support.NullConditions;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.DropConstraint;
import dev.stairway.script.sql.tree.TableAction.RenameConstraint;
import dev.stairway.script.sql.tree.TableAction.ValidateConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Checks that prove that a column holds no NULL, so that PostgreSQL 12 and later need not look. It knows them on tables that
 * no statement has made, too.
 */
final class NullProofs {

    /** @param constraint null where nobody has seen what it says @param valid whether all rows were checked */
    private record Check(Name table, Name name, Constraint constraint, boolean valid) {

        boolean is(Name onTable, Name wanted) {
            return table.same(onTable) && name != null && wanted != null && name.is(wanted.name());
        }
    }

    /** By their table, in any case and without its schema. */
    private final Map<String, List<Check>> checks = new HashMap<>();

    private final Map<String, List<Check>> past;

    /** @param past checks of earlier releases, which are never changed here */
    private NullProofs(Map<String, List<Check>> past) {
        this.past = past;
    }

    /** Visits the statements of a release with what is proven before each; of an ALTER TABLE its drops are already done. */
    static void walk(ReleaseView release, BiConsumer<StatementView, NullProofs> visitor) {
        NullProofs past = release.past().learn(NullProofs.class, () -> new NullProofs(Map.of()), NullProofs::learn);
        NullProofs proofs = new NullProofs(past.checks);
        for (StatementView statement : release.statements()) {
            // PostgreSQL does all drops of an ALTER TABLE before anything else of it, whatever their order.
            proofs.drops(statement.tree());
            visitor.accept(statement, proofs);
            proofs.after(statement.tree());
        }
    }

    private void learn(MigrationView migration) {
        migration.up().stream().filter(ParsedStatement::covered).forEach(parsed -> {
            drops(parsed.tree());
            after(parsed.tree());
        });
    }

    private List<Check> known(Name table) {
        String key = Names.key(table);
        return checks.getOrDefault(key, past.getOrDefault(key, List.of()));
    }

    /** The same, to be changed. */
    private List<Check> own(Name table) {
        String key = Names.key(table);
        return checks.computeIfAbsent(key, none -> new ArrayList<>(past.getOrDefault(key, List.of())));
    }

    /** True when a valid check says so, or one that nobody has seen and whose name speaks of the column. */
    boolean prove(Name table, Name column) {
        return known(table).stream()
                .filter(check -> check.valid && check.table.same(table))
                .anyMatch(check -> says(check, column));
    }

    private static boolean says(Check check, Name column) {
        if (check.constraint == null) {
            return NotNullProof.speaksOf(check.name.name(), column);
        }
        return check.constraint.check() == null
                ? check.constraint.columns().stream().anyMatch(column::same)
                : NullConditions.excludesNull(check.constraint.check().text(), column);
    }

    private void drops(SqlTree tree) {
        if (tree instanceof AlterTable alter) {
            for (TableAction action : alter.actions()) {
                if (action instanceof DropConstraint drop) {
                    own(alter.table()).removeIf(check -> check.is(alter.table(), drop.constraint()));
                }
            }
        }
    }

    private void after(SqlTree tree) {
        if (tree instanceof CreateTable made) {
            made.allConstraints().forEach(constraint -> add(made.table(), constraint));
        } else if (tree instanceof AlterTable alter) {
            alter.actions().forEach(action -> after(alter.table(), action));
        }
    }

    private void after(Name table, TableAction action) {
        if (action instanceof AddConstraint add) {
            add(table, add.constraint());
        } else if (action instanceof ValidateConstraint validate) {
            validate(table, validate.constraint());
        } else if (action instanceof RenameConstraint rename) {
            own(table)
                    .replaceAll(check -> check.is(table, rename.from())
                            ? new Check(check.table, rename.to(), check.constraint, check.valid)
                            : check);
        }
    }

    private void add(Name table, Constraint constraint) {
        boolean check = constraint.kind() == Constraint.Kind.CHECK && constraint.check() != null;
        if ((check || constraint.kind() == Constraint.Kind.NOT_NULL) && !constraint.notEnforced()) {
            own(table).add(new Check(table, constraint.name(), constraint, !constraint.notValid()));
        }
    }

    private void validate(Name table, Name name) {
        boolean known = known(table).stream().anyMatch(check -> check.is(table, name));
        if (known) {
            own(table)
                    .replaceAll(check ->
                            check.is(table, name) ? new Check(check.table, check.name, check.constraint, true) : check);
        } else {
            own(table).add(new Check(table, name, null, true));
        }
    }
}
