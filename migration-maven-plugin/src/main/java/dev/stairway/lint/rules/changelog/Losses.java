package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Rebuild;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a release throws rows or values away that were there before it. */
final class Losses {

    /**
     * One of them.
     *
     * @param column null when whole rows go
     * @param dropped true when the object goes with what it holds
     * @param offset of the place in the statement
     */
    record Loss(StatementView statement, Name table, Name column, boolean dropped, int offset) {

        /** As people call it. */
        String object() {
            return column == null ? table.written() : table.written() + "." + column.written();
        }
    }

    private final List<Loss> losses = new ArrayList<>();
    private final Map<MigrationView, List<Loss>> byMigration = new HashMap<>();
    private final Set<String> added = new HashSet<>();

    private Losses() {}

    static Losses of(ReleaseView release) {
        Losses losses = new Losses();
        release.statements().forEach(losses::look);
        return losses;
    }

    List<Loss> all() {
        return List.copyOf(losses);
    }

    List<Loss> of(MigrationView migration) {
        return byMigration.getOrDefault(migration, List.of());
    }

    private void look(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.Drop drop && drop.kind() == ObjectKind.TABLE) {
            drop.names().forEach(table -> table(statement, table));
        } else if (tree instanceof SqlTree.Truncate truncate) {
            truncate.tables().forEach(table -> add(statement, table, null, false, 0));
        } else if (tree instanceof SqlTree.Delete delete) {
            add(statement, delete.table(), null, false, 0);
        } else if (tree instanceof SqlTree.AlterTable alter) {
            alter.actions().forEach(action -> column(statement, alter.table(), action));
        }
    }

    private void column(StatementView statement, Name table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            added.add(Names.key(table, add.column().name()));
        } else if (action instanceof TableAction.RenameColumn rename && added.remove(Names.key(table, rename.from()))) {
            added.add(Names.key(table, rename.to()));
        } else if (action instanceof TableAction.DropColumn drop && !added.contains(Names.key(table, drop.column()))) {
            add(statement, table, drop.column(), true, drop.offset());
        }
    }

    private void table(StatementView statement, Name table) {
        if (Rebuild.around(statement, table).isEmpty()) {
            add(statement, table, null, true, 0);
        }
    }

    private void add(StatementView statement, Name table, Name column, boolean dropped, int offset) {
        if (!statement.isNew(table)) {
            Loss loss = new Loss(statement, table, column, dropped, offset);
            losses.add(loss);
            byMigration
                    .computeIfAbsent(statement.migration(), none -> new ArrayList<>())
                    .add(loss);
        }
    }
}
