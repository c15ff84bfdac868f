package dev.stairway.engine.mybatis;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.engine.Applied;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.script.Failures;
import dev.stairway.problem.ProblemException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.migration.Change;

/** A directory of MyBatis Migrations opened on one database. */
final class MybatisRun implements EngineRun {

    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private final StepHistory history;
    private final StepRunner runner;

    private MybatisRun(Project project, ChangelogSource source) {
        new ChangelogReader(project)
                .read()
                .forEach(script -> scripts.put(script.migration().id(), script));
        history = new StepHistory(project.option());
        runner = new StepRunner(source, history);
    }

    static MybatisRun open(ChangelogSource source, JdbcDatabase database) {
        Project project = Project.of(source);
        AutoCommit.check(project, database);
        MybatisRun run = new MybatisRun(project, source);
        new Bootstrap(project, run.runner, run.history).run(database);
        return run;
    }

    @Override
    public List<Migration> migrations() {
        return scripts.values().stream().map(Script::migration).toList();
    }

    @Override
    public StepOutcome up(Migration migration, Session session) {
        return runner.up(script(migration), (JdbcSession) session);
    }

    @Override
    public StepOutcome down(Migration migration, Session session) {
        Script script = script(migration);
        return script.undo().line() == 0
                ? StepOutcome.irreversible("the script has no '-- //@UNDO'")
                : runner.down(script, (JdbcSession) session);
    }

    @Override
    public void markRan(Migration migration, Session session) {
        JdbcSession jdbc = (JdbcSession) session;
        told(() -> {
            if (jdbc.connection().getAutoCommit()) {
                jdbc.connection().setAutoCommit(false);
            }
            history.ran(jdbc, script(migration).change());
            return null;
        });
    }

    /** What comes behind the last one that ran, as {@code migrate up} has it. */
    @Override
    public List<Migration> pending(Session session) {
        return told(() -> {
            List<Change> ran = history.all((JdbcSession) session);
            return scripts.values().stream()
                    .filter(script -> ran.isEmpty() || script.change().compareTo(ran.get(ran.size() - 1)) > 0)
                    .map(Script::migration)
                    .toList();
        });
    }

    @Override
    public List<Applied> history(Session session) {
        return told(() -> {
            Map<BigDecimal, String> ids = new HashMap<>();
            scripts.values()
                    .forEach(script ->
                            ids.put(script.change().getId(), script.migration().id()));
            return history.all((JdbcSession) session).stream()
                    .map(ran -> new Applied(
                            ids.getOrDefault(ran.getId(), ran.getId() + " " + ran.getDescription()),
                            ran.getAppliedTimestamp() == null ? "" : ran.getAppliedTimestamp(),
                            ids.containsKey(ran.getId())))
                    .toList();
        });
    }

    @Override
    public List<String> commandsAgain(Migration migration, boolean refuses) {
        return List.of("migrate up");
    }

    @Override
    public Set<String> bookkeepingTables() {
        return Set.of(history.bareName());
    }

    @Override
    public void close() {
        // Sessions belong to the walk, and nothing else is open.
    }

    private Script script(Migration migration) {
        Script script = scripts.get(migration.id());
        if (script == null) {
            throw new IllegalArgumentException("not in this changelog: " + migration.id());
        }
        return script;
    }

    private interface Asked<T> {
        T ask() throws SQLException;
    }

    private <T> T told(Asked<T> work) {
        try {
            return work.ask();
        } catch (SQLException failed) {
            throw ProblemException.setup(
                    "The history of MyBatis cannot be used",
                    history.table(),
                    Failures.lines(Causes.message(failed)),
                    "Let the first script create this table, and no other one change it.",
                    failed);
        }
    }
}
