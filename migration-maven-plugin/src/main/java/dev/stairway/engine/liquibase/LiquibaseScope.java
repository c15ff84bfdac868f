package dev.stairway.engine.liquibase;

import java.util.HashMap;
import java.util.Map;
import liquibase.Scope;
import liquibase.ScopeManager;
import liquibase.database.Database;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ResourceAccessor;

/**
 * Liquibase's surroundings for one changelog: silent, offline, its own class loader. Entered for the length of one call
 * and left again, so that several cells can run side by side in several threads.
 */
final class LiquibaseScope {

    /** One root for all threads: Liquibase would make one per thread, each with its own singletons. */
    private static final Scope ROOT = root();

    private final ClassLoader loader;
    private final Map<String, Object> values = new HashMap<>();

    LiquibaseScope(ClassLoader loader, ResourceAccessor resources) {
        this.loader = loader;
        RememberedSettings.refresh(ROOT);
        values.put(Scope.Attr.logService.name(), new NoOpLogService());
        values.put(Scope.Attr.ui.name(), new SilentUi());
        values.put(Scope.Attr.classLoader.name(), loader);
        values.put(Scope.Attr.serviceLocator.name(), new OwnServiceLocator());
        values.put(Scope.Attr.resourceAccessor.name(), resources);
        // Liquibase sends usage statistics to its vendor otherwise: https://docs.liquibase.com/analytics.
        values.put("liquibase.analytics.enabled", false);
        values.put("liquibase.command.showSummary", "OFF");
        // Asked for about fifty times per change while a changelog is parsed; found at once here.
        values.put(Scope.Attr.checksumVersion.name(), ROOT.getChecksumVersion());
    }

    void database(Database database) {
        values.put(Scope.Attr.database.name(), database);
    }

    /** Runs the work inside this scope, on the calling thread. */
    <T> T call(Work<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        Scope.setScopeManager(new ThreadScope(ROOT));
        try {
            return Scope.child(values, work::run);
        } finally {
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

    private static final class ThreadScope extends ScopeManager {
        private Scope current;

        ThreadScope(Scope current) {
            this.current = current;
        }

        @Override
        public Scope getCurrentScope() {
            return current;
        }

        @Override
        protected void setCurrentScope(Scope scope) {
            current = scope;
        }

        @Override
        protected Scope init(Scope scope) {
            return scope;
        }
    }
}
