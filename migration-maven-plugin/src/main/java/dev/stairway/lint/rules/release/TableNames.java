package dev.stairway.lint.rules.release;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that a release gives to tables and columns anywhere. */
final class TableNames {

    /** A column of a table that gets this name. */
    private record Renamed(Name table, Name to) {}

    private final Map<String, List<Name>> made = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, List<Renamed>> columns = new HashMap<>();

    TableNames(List<StatementView> statements) {
        for (StatementView statement : statements) {
            if (statement.tree() instanceof SqlTree.CreateTable create) {
                made.computeIfAbsent(Names.key(create.table()), none -> new ArrayList<>())
                        .add(create.table());
            } else if (statement.tree() instanceof SqlTree.AlterTable altered) {
                altered.actions().forEach(action -> altered(altered.table(), action));
            }
        }
    }

    private void altered(Name table, TableAction action) {
        if (action instanceof TableAction.RenameTable renamed) {
            given.add(Names.key(renamed.to()));
        } else if (action instanceof TableAction.RenameColumn renamed) {
            columns.computeIfAbsent(Names.key(table), none -> new ArrayList<>()).add(new Renamed(table, renamed.to()));
        }
    }

    /** True when another table of this name is made, or one is given the name: it is built anew. */
    boolean isRebuilt(Name table) {
        return given.contains(Names.key(table))
                || Names.contains(made.getOrDefault(Names.key(table), List.of()), table);
    }

    /** True when a column of the table gets this name. */
    boolean isRenamedTo(Name table, Name column) {
        return columns.getOrDefault(Names.key(table), List.of()).stream()
                .anyMatch(renamed -> renamed.table().same(table) && renamed.to().same(column));
    }
}
