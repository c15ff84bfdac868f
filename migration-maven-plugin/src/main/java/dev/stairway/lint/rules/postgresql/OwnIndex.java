package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;

/** A constraint that takes over an index which was made before, while everybody worked on. */
final class OwnIndex {

    private OwnIndex() {}

    /** @param name of the constraint @param kind UNIQUE or PRIMARY KEY */
    static String first(StatementView statement, Added added, String name, String kind) {
        String columns = " (" + Names.list(added.columns()) + ")";
        if (Relations.partitioned(statement, added.table())) {
            // https://www.postgresql.org/docs/current/ddl-partitioning.html: USING INDEX is for partitions alone
            return added.columnFirst() + "ALTER TABLE ONLY " + added.table() + " ADD CONSTRAINT " + name + " " + kind
                    + Definitions.nulls(added) + columns + Definitions.include(added) + Definitions.deferred(added)
                    + "; on each partition CREATE UNIQUE INDEX CONCURRENTLY "
                    + Phrases.OUTSIDE + ", later ADD CONSTRAINT ... " + kind + " USING INDEX, and ALTER INDEX " + name
                    + " ATTACH PARTITION of the index of each";
        }
        return added.columnFirst() + "CREATE UNIQUE INDEX CONCURRENTLY " + index(name) + " ON " + added.table()
                + columns
                + Definitions.include(added) + Definitions.nulls(added) + "; " + Phrases.OUTSIDE
                + ", and in a later migration ALTER TABLE "
                + added.table() + " ADD CONSTRAINT " + name + " " + kind + " USING INDEX " + index(name)
                + Definitions.deferred(added) + ";";
    }

    private static String index(String name) {
        return name.endsWith("\"") ? name.substring(0, name.length() - 1) + "_idx\"" : name + "_idx";
    }
}
