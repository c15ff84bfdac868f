package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Names;

/** A constraint that takes over an index which was made before, while everybody worked on. */
final class OwnIndex {

    private OwnIndex() {}

    /** @param name of the constraint @param kind UNIQUE or PRIMARY KEY */
    static String first(Added added, String name, String kind) {
        return added.columnFirst() + "CREATE UNIQUE INDEX CONCURRENTLY " + index(name) + " ON " + added.table() + " ("
                + Names.list(added.columns()) + "); " + Phrases.OUTSIDE + ", and in a later migration ALTER TABLE "
                + added.table() + " ADD CONSTRAINT " + name + " " + kind + " USING INDEX " + index(name) + ";";
    }

    private static String index(String name) {
        return name.endsWith("\"") ? name.substring(0, name.length() - 1) + "_idx\"" : name + "_idx";
    }
}
