package dev.stairway.safety;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which migrations go into production together. What is known to be released is history; of the rest those in one file
 * belong together, up to a tag, as Liquibase's own practice of a file per release has it.
 *
 * @param history in order
 * @param releases in order
 */
record ReleaseGroups(List<MigrationStatements> history, List<List<MigrationStatements>> releases) {

    /**
     * @param released ids of migrations that an earlier release had; where any is known, all others are one release
     * @param tagged ids of migrations behind which a tag stands
     */
    static ReleaseGroups of(
            List<MigrationStatements> migrations, Collection<String> released, Collection<String> tagged) {
        Set<String> known = new HashSet<>(released);
        List<MigrationStatements> history =
                migrations.stream().filter(m -> known.contains(id(m))).toList();
        List<MigrationStatements> rest =
                migrations.stream().filter(m -> !known.contains(id(m))).toList();
        return new ReleaseGroups(history, known.isEmpty() ? byFile(rest, new HashSet<>(tagged)) : together(rest));
    }

    private static List<List<MigrationStatements>> together(List<MigrationStatements> migrations) {
        return migrations.isEmpty() ? List.of() : List.of(migrations);
    }

    private static List<List<MigrationStatements>> byFile(List<MigrationStatements> migrations, Set<String> tagged) {
        List<List<MigrationStatements>> groups = new ArrayList<>();
        String file = null;
        boolean tag = true;
        for (MigrationStatements said : migrations) {
            Migration migration = said.migration();
            if (tag || !migration.file().equals(file)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(said);
            file = migration.file();
            tag = tagged.contains(migration.id());
        }
        return groups;
    }

    private static String id(MigrationStatements said) {
        return said.migration().id();
    }
}
