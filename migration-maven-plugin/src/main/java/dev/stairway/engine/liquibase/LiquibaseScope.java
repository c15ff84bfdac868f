package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import java.util.HashMap;
import java.util.Map;
import liquibase.Scope;
import liquibase.database.Database;

/**
 * Liquibase's surroundings for one changelog: silent, offline, its own class loader. Entered for the length of one call
 * and left again, so that several cells can run side by side in several threads.
 */
final class LiquibaseScope {

    /** One root for all threads: Liquibase would make one per thread, each with its own singletons. */
    private static final Scope ROOT = root();

    private static final ThreadScopes SCOPES = ThreadScopes.over(ROOT);

    private final ClassLoader loader;
    private final ChangelogResources resources;
    private final Map<String, Object> values = new HashMap<>();

    LiquibaseScope(ChangelogSource source) throws Exception {
        loader = source.loader();
        // Even looking for files asks for a scope, and outside of one Liquibase makes another root.
        resources = entered(() -> ChangelogResources.of(source));
        RememberedSettings.refresh(ROOT);
        values.put(Scope.Attr.logService.name(), new SilentLog());
        values.put(Scope.Attr.ui.name(), new SilentUi());
        values.put(Scope.Attr.classLoader.name(), loader);
        values.put(Scope.Attr.serviceLocator.name(), new OwnServiceLocator());
        values.put(Scope.Attr.resourceAccessor.name(), resources);
        // Liquibase sends usage statistics to its vendor otherwise: https://docs.liquibase.com/analytics.
        values.put("liquibase.analytics.enabled", false);
        values.put("liquibase.command.showSummary", "OFF");
        ChecksumVersions.remember(ROOT, values);
    }

    void database(Database database) {
        values.put(Scope.Attr.database.name(), database);
    }

    ChangelogResources resources() {
        return resources;
    }

    /** Runs the work inside this scope, on the calling thread. */
    <T> T call(Work<T> work) throws Exception {
        return entered(() -> Scope.child(values, work::run));
    }

    private <T> T entered(Work<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        SCOPES.enter();
        try {
            return work.run();
        } finally {
            SCOPES.leave();
            thread.setContextClassLoader(before);
        }
    }

    private static Scope root() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LiquibaseScope.class.getClassLoader());
        try {
            Scope scope = Scope.getCurrentScope();
            while (scope.getParent() != null) {
                scope = scope.getParent();
            }
            RememberedSettings.install(scope);
            ProjectCustomChange.install(scope);
            return scope;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Work that may fail in any way. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }
}
