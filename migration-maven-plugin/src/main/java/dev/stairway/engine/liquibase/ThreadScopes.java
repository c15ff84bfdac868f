package dev.stairway.engine.liquibase;

import java.lang.reflect.Field;
import liquibase.Scope;
import liquibase.ScopeManager;

/**
 * Gives every thread its own current scope. Until 4.26 Liquibase has one manager of scopes for all threads, later on one
 * for each; this one serves both.
 */
final class ThreadScopes extends ScopeManager {

    private final Scope root;
    private final ThreadLocal<?> managers = managers();
    private final ThreadLocal<Scope> current = new ThreadLocal<>();

    private ThreadScopes(Scope root) {
        this.root = root;
    }

    /** @param root of all threads */
    static ThreadScopes over(Scope root) {
        ThreadScopes scopes = new ThreadScopes(root);
        if (scopes.managers == null) {
            Scope.setScopeManager(scopes);
            scopes.current.remove();
        } else {
            scopes.managers.remove();
        }
        return scopes;
    }

    void enter() {
        current.set(root);
        if (managers != null) {
            Scope.setScopeManager(this);
        }
    }

    /** Leaves nothing in the thread, which may outlive the class loader of this Liquibase. */
    void leave() {
        current.remove();
        if (managers != null) {
            managers.remove();
        }
    }

    @Override
    public Scope getCurrentScope() {
        Scope scope = current.get();
        return scope == null ? root : scope;
    }

    @Override
    protected void setCurrentScope(Scope scope) {
        current.set(scope);
    }

    @Override
    protected Scope init(Scope scope) {
        return scope;
    }

    /** Liquibase's own, of which it never takes anything out; null until 4.26. */
    private static ThreadLocal<?> managers() {
        try {
            Field field = Scope.class.getDeclaredField("scopeManager");
            field.setAccessible(true);
            return field.get(null) instanceof ThreadLocal<?> managers ? managers : null;
        } catch (ReflectiveOperationException otherwise) {
            throw new IllegalStateException(
                    "Liquibase " + LibraryVersion.read() + " keeps its scopes elsewhere", otherwise);
        }
    }
}
