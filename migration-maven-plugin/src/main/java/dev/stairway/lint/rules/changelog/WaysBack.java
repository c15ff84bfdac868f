package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a project goes back at all. */
final class WaysBack {

    /** Engines whose manuals ask for a way back in every migration. */
    private static final Set<String> ALWAYS = Set.of("liquibase", "mybatis");

    private WaysBack() {}

    /** True when a migration without one is an oversight: the engine asks for it, or other migrations have one. */
    static boolean expected(ReleaseView release, MigrationView migration) {
        return ALWAYS.contains(migration.engine())
                || Stream.concat(release.history().stream(), release.migrations().stream())
                        .anyMatch(other -> other.migration().rollback() == Rollback.WRITTEN);
    }

    /** True when there is none, and it is not asked for with every run anew. */
    static boolean missing(MigrationView migration) {
        return migration.migration().rollback() == Rollback.MISSING
                && !migration.migration().repeats()
                && Effects.any(migration);
    }
}
