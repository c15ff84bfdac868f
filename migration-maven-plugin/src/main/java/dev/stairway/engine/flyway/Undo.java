package dev.stairway.engine.flyway;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a down script through Flyway's own parser, as if it were the migration that it takes back. This is not Flyway's undo,
 * which is not part of its free edition: the file is executed, and both rows leave the history.
 */
final class Undo {

    /** No file begins with it. */
    private static final String NEVER = "~";

    private final Project project;
    private final StepSource source;
    private final HistoryTable history;
    private final Map<String, Stepping> steppings = new HashMap<>();

    Undo(Project project, StepSource source, HistoryTable history) {
        this.project = project;
        this.source = source;
        this.history = history;
    }

    void run(Found migration, Script script) throws SQLException {
        history.remove(source.connection(), migration.key());
        int ran = stepping(migration, script).migrate(List.of(script), List.of());
        if (ran != 1) {
            throw new IllegalStateException("Flyway did not run " + script.file());
        }
        history.remove(source.connection(), script.path());
        source.connection().commit();
    }

    private Stepping stepping(Found migration, Script script) {
        String prefix = prefix(migration, script);
        Map<String, String> prefixes = Map.of(
                "sqlMigrationPrefix", migration.repeats() ? NEVER + "V" : prefix,
                "repeatableSqlMigrationPrefix", migration.repeats() ? prefix : NEVER + "R");
        return steppings.computeIfAbsent(
                prefix + migration.repeats(),
                made -> Stepping.down(project, source, project.downs().scan(), prefixes));
    }

    private String prefix(Found migration, Script script) {
        FlywaySettings settings = project.settings();
        if (script.fileName().startsWith(settings.undoPrefix())) {
            return settings.undoPrefix();
        }
        return migration.repeats()
                ? settings.value("repeatableSqlMigrationPrefix", "R")
                : settings.value("sqlMigrationPrefix", "V");
    }
}
