package dev.stairway.engine.mybatis;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.engine.script.Failures;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.sql.SqlStatement;
import java.sql.SQLException;

/**
 * Runs {@code bootstrap.sql} before anything else, as {@code migrate bootstrap} does on a database without a history:
 * https://mybatis.org/migrations/migrations/bootstrap.html
 */
final class Bootstrap {

    private static final String FILE = "bootstrap.sql";

    private final Project project;
    private final StepRunner runner;
    private final StepHistory history;

    Bootstrap(Project project, StepRunner runner, StepHistory history) {
        this.project = project;
        this.runner = runner;
        this.history = history;
    }

    void run(JdbcDatabase database) {
        ScriptDirectory scripts = project.scripts();
        if (!project.settings().bootstrap() || !scripts.has(FILE)) {
            return;
        }
        String read = ScriptPart.read(project.loader().getBootstrapReader());
        ScriptPart part = new ScriptPart(scripts.nameOf(FILE), read, 1);
        try (JdbcSession session = database.newSession()) {
            session.begin();
            if (!history.exists(session)) {
                runner.runner(session.connection()).runScript(part);
                session.settle();
            }
        } catch (SQLException | RuntimeException failed) {
            SqlStatement reached = part.reached(project.option());
            throw ProblemException.migrations(
                    "The bootstrap script fails on " + database.id(),
                    reached.position(),
                    Failures.lines(Causes.message(failed)),
                    "Correct it, or set bootstrap to false in the <settings> of the changelog when it is not in use any more.",
                    failed);
        }
    }
}
