package dev.stairway.engine.mybatis;

import dev.stairway.database.JdbcSession;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.script.Failures;
import dev.stairway.script.sql.SqlStatement;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.ibatis.migration.Change;
import org.apache.ibatis.migration.hook.HookContext;
import org.apache.ibatis.migration.hook.MigrationHook;
import org.apache.ibatis.migration.operations.ScriptRunner;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/**
 * Runs one script as {@code migrate up 1} and {@code migrate down 1} do: hooks, script, history. Left out is what these do
 * besides at every start, reading all names and the whole history.
 */
final class StepRunner {

    private final DatabaseOperationOption option;
    private final StepHistory history;
    private final ClassLoader loader;
    private final Way up;
    private final Way down;

    /**
     * One of the two commands.
     *
     * @param project of its own: the options of a hook become variables of the command, and of no other
     */
    private record Way(Project project, boolean back, MigrationHook hook) {}

    /** The source's class loader has the user's classes, script engines among them. */
    StepRunner(ChangelogSource source, StepHistory history) {
        this.history = history;
        this.loader = source.loader();
        this.up = way(source, false);
        this.down = way(source, true);
        this.option = up.project().option();
    }

    private static Way way(ChangelogSource source, boolean back) {
        Project project = Project.of(source);
        return new Way(project, back, Hooks.of(project, back, source.loader()));
    }

    StepOutcome up(Script script, JdbcSession session) {
        return run(script, session, up);
    }

    StepOutcome down(Script script, JdbcSession session) {
        return run(script, session, down);
    }

    private StepOutcome run(Script script, JdbcSession session, Way way) {
        ScriptPart part = script.part(way.project(), way.back());
        ScriptRunner runner = runner(session.connection());
        Progress progress = new Progress();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(loader);
            around(script, session, way, runner, part, progress);
            return StepOutcome.executed();
        } catch (Exception failure) {
            StepOutcome outcome = failed(failure, progress, part, session);
            return way.back() ? outcome : aborted(outcome, runner, session);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** How far a step came. */
    private static final class Progress {
        private boolean inScript;
        private String doing = "a hook before it";
    }

    private void around(
            Script script, JdbcSession session, Way way, ScriptRunner runner, ScriptPart part, Progress progress)
            throws SQLException {
        Map<String, Object> bindings = new HashMap<>();
        MigrationHook hook = way.hook();
        Change change = script.change();
        bind(bindings, session, runner, null);
        hook.before(bindings);
        bind(bindings, session, runner, new Change(change));
        hook.beforeEach(bindings);
        progress.inScript = true;
        runner.runScript(part);
        progress.inScript = false;
        progress.doing = "its row in " + history.table();
        note(script, session, way.back());
        progress.doing = "a hook after it";
        bind(bindings, session, runner, new Change(change));
        hook.afterEach(bindings);
        bind(bindings, session, runner, null);
        hook.after(bindings);
    }

    private static void bind(Map<String, Object> bindings, JdbcSession session, ScriptRunner runner, Change change) {
        bindings.put(MigrationHook.HOOK_CONTEXT, new HookContext(session::connection, runner, change));
    }

    /** The way back of the first script takes the table itself away, which MyBatis calls normal. */
    private void note(Script script, JdbcSession session, boolean back) throws SQLException {
        if (!back) {
            history.ran(session, script.change());
        } else if (!mentionsHistory(script) || history.exists(session)) {
            history.takenBack(session, script.change());
        }
    }

    private boolean mentionsHistory(Script script) {
        return script.migration().text().toLowerCase(Locale.ROOT).contains(history.bareName());
    }

    /** A runner as MyBatis' own operations set it up; it tells nobody what it does. */
    ScriptRunner runner(Connection connection) {
        ScriptRunner runner = new ScriptRunner(connection);
        runner.setLogWriter(null);
        runner.setErrorLogWriter(null);
        runner.setStopOnError(option.isStopOnError());
        runner.setThrowWarning(option.isThrowWarning());
        runner.setEscapeProcessing(false);
        runner.setAutoCommit(option.isAutoCommit());
        runner.setDelimiter(option.getDelimiter());
        runner.setFullLineDelimiter(option.isFullLineDelimiter());
        runner.setSendFullScript(option.isSendFullScript());
        runner.setRemoveCRs(option.isRemoveCRs());
        return runner;
    }

    private StepOutcome failed(Exception failure, Progress progress, ScriptPart part, JdbcSession session) {
        String message = Failures.lines(Causes.message(failure)) + left(session);
        if (!progress.inScript) {
            return StepOutcome.failed(progress.doing + " fails: " + message, "");
        }
        SqlStatement reached = part.reached(option);
        return StepOutcome.failed(reached.position() + ": " + message, reached.sql());
    }

    /** Takes back what is open; a server that does not answer says so here. */
    private static String left(JdbcSession session) {
        try {
            if (!session.connection().getAutoCommit()) {
                session.connection().rollback();
            }
            return "";
        } catch (SQLException lost) {
            return "\nthen: " + Failures.lines(Causes.message(lost));
        }
    }

    private StepOutcome aborted(StepOutcome outcome, ScriptRunner runner, JdbcSession session) {
        Reader onAbort = up.project().loader().getOnAbortReader();
        if (onAbort == null) {
            return outcome;
        }
        try (onAbort) {
            runner.runScript(onAbort);
            return outcome;
        } catch (Exception failure) {
            return StepOutcome.failed(
                    outcome.reason() + "\nthen onabort.sql: " + Failures.lines(Causes.message(failure)) + left(session),
                    outcome.sql());
        }
    }
}
