package dev.stairway.engine.mybatis;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.script.Failures;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * MyBatis commits each row of its history, also when {@code auto_commit} is on, and most drivers refuse that; the row is
 * written, and MyBatis stops behind every script: https://github.com/mybatis/migrations, class ChangelogOperation.
 */
final class AutoCommit {

    private AutoCommit() {}

    /** @throws ProblemException when the environment asks for what cannot work with this driver */
    static void check(Project project, JdbcDatabase database) {
        if (!project.environment().isAutoCommit()) {
            return;
        }
        try (Connection connection = database.connect()) {
            connection.commit();
        } catch (SQLException refused) {
            throw ProblemException.migrations(
                    "With auto_commit=true MyBatis cannot write its history on " + database.id(),
                    project.environmentName(),
                    Failures.lines(Causes.message(refused)),
                    "Leave auto_commit out, or name another <environment> in the <settings> of the changelog.",
                    refused);
        }
    }
}
