package dev.stairway.operate;

import dev.stairway.engine.Migration;

/** How users name a migration. */
final class Revisions {

    private Revisions() {}

    /** By its whole id or by its short name. */
    static boolean named(String revision, Migration migration) {
        return migration.id().equals(revision) || migration.name().equals(revision);
    }
}
