package dev.stairway.lint.rules.release;

import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Statements of a release that make readers or writers of one table wait. @param statements in order, at least one */
record LockTally(Name table, List<StatementView> statements) {

    /** One per table, in the order in which they are locked first. */
    static List<LockTally> of(ReleaseView release) {
        Map<String, LockTally> tallies = new LinkedHashMap<>();
        for (StatementView statement : release.statements()) {
            for (Name table : StrongLocks.of(statement)) {
                tallies.computeIfAbsent(
                                table.name().toLowerCase(Locale.ROOT), key -> new LockTally(table, new ArrayList<>()))
                        .statements()
                        .add(statement);
            }
        }
        return List.copyOf(tallies.values());
    }

    int migrations() {
        return (int) statements.stream()
                .map(statement -> statement.migration().id())
                .distinct()
                .count();
    }

    /** The first statement of the migration that is one too many. */
    StatementView firstBeyond(int limit) {
        List<String> seen = new ArrayList<>();
        for (StatementView statement : statements) {
            String id = statement.migration().id();
            if (!seen.contains(id)) {
                seen.add(id);
            }
            if (seen.size() > limit) {
                return statement;
            }
        }
        return statements.get(statements.size() - 1);
    }
}
