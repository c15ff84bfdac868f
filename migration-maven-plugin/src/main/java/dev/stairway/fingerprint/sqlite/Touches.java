package dev.stairway.fingerprint.sqlite;

import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what the statements of a step can write, by asking SQLite for the program of each right before it runs, in the
 * schema that it will find.
 */
final class Touches implements JdbcSession.Observer {

    private static final int REMEMBERED_TEXTS = 2000;
    /** Statements that write no rows. Explaining a pragma would run it: many act while they are compiled. */
    private static final Set<String> HARMLESS = Set.of("select", "values", "pragma", "explain", "begin", "detach");
    /** Those that may bring back another schema, or another database. */
    private static final Set<String> TURNS = Set.of("rollback", "commit", "end", "savepoint", "release", "attach");

    private final Map<String, Effect> known = new HashMap<>();
    private final Set<Integer> roots = new HashSet<>();
    private final boolean knownModules;
    private boolean everything;

    /** @param knownModules true when every virtual table keeps its rows in tables of its own */
    Touches(boolean knownModules) {
        this.knownModules = knownModules;
    }

    /** True when nobody can tell. */
    boolean everything() {
        return everything;
    }

    boolean schema() {
        return roots.contains(Effect.SCHEMA);
    }

    /** True when a table or index other than sqlite_schema may have been written. */
    boolean rows() {
        return everything || roots.stream().anyMatch(root -> root != Effect.SCHEMA);
    }

    boolean touched(int root) {
        return everything || roots.contains(root);
    }

    @Override
    public void beforeStatement(Connection raw, String sql) {
        if (everything) {
            return;
        }
        Effect effect = known.get(sql);
        if (effect != null) {
            add(effect);
            return;
        }
        List<String> statements = Statements.of(sql);
        for (String statement : statements) {
            Effect one = effect(raw, statement);
            add(one);
            if (!one.lasting() || known.size() >= REMEMBERED_TEXTS) {
                known.clear();
            } else if (statements.size() == 1) {
                known.put(sql, one);
            }
        }
    }

    @Override
    public void rolledBack() {
        known.clear();
    }

    private void add(Effect effect) {
        roots.addAll(effect.roots());
        everything |= effect.everything();
    }

    private Effect effect(Connection raw, String statement) {
        String word = Statements.firstWord(statement);
        if (HARMLESS.contains(word)) {
            return Effect.NOTHING;
        }
        if (TURNS.contains(word)) {
            return new Effect(Set.of(), false, false);
        }
        try {
            return Effect.of(raw, statement, knownModules);
        } catch (SQLException notCompiled) {
            // It will fail, or an earlier statement of the same text makes what it needs.
            return Effect.EVERYTHING;
        }
    }
}
