package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Whether a project goes back at all. */
final class WaysBack {

    /** Engines whose manuals ask for a way back in every migration. */
    private static final Set<String> ALWAYS = Set.of("liquibase", "mybatis");

    private WaysBack() {}

    /** True for migrations in which a missing one is an oversight: the engine asks for it, or other migrations have one. */
    static Predicate<MigrationView> expected(ReleaseView release) {
        AtomicBoolean before = release.past()
                .learn(WaysBack.class, AtomicBoolean::new, (any, other) -> any.compareAndSet(false, isWritten(other)));
        boolean any = before.get() || release.migrations().stream().anyMatch(WaysBack::isWritten);
        return migration -> any || ALWAYS.contains(migration.engine());
    }

    private static boolean isWritten(MigrationView migration) {
        return migration.migration().rollback() == Rollback.WRITTEN;
    }

    /** True when there is none, and it is not asked for with every run anew. */
    static boolean missing(MigrationView migration) {
        return migration.migration().rollback() == Rollback.MISSING
                && !migration.migration().repeats()
                && Effects.any(migration);
    }
}
