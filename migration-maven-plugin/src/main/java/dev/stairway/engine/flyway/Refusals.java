package dev.stairway.engine.flyway;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import java.util.Map;

/** What the user is told when Flyway does not even start. */
final class Refusals {

    /** Since Flyway 10 most products are modules of their own. */
    private static final Map<String, String> MODULES = Map.of(
            "postgresql", "flyway-database-postgresql",
            "mysql", "flyway-mysql",
            "mariadb", "flyway-mysql",
            "sqlserver", "flyway-sqlserver",
            "oracle", "flyway-database-oracle");

    private Refusals() {}

    static ProblemException unreadable(ChangelogSource source, Library library, Exception cause) {
        return ProblemException.migrations(
                "Flyway " + library.version() + " cannot read its migrations",
                source.location(),
                Failures.reason(cause),
                "Correct the migrations or the <settings> as Flyway asks; 'flyway info' would fail the same way.",
                cause);
    }

    static ProblemException cannotStart(
            ChangelogSource source, Library library, JdbcDatabase database, Exception cause) {
        String reason = Failures.reason(cause);
        if (reason.startsWith("No database found to handle") || reason.startsWith("Unsupported Database")) {
            String product = database.id().product();
            return ProblemException.setup(
                    "Flyway " + library.version() + " has no support for " + product + " on the class path",
                    database.id().toString(),
                    reason,
                    "Add org.flywaydb:" + MODULES.getOrDefault(product, "flyway-database-" + product) + ":"
                            + library.version() + " beside flyway-core.",
                    cause);
        }
        return ProblemException.setup(
                "Flyway " + library.version() + " cannot start on " + database.id(),
                source.location(),
                reason,
                "Correct the migrations or the <settings> as Flyway asks.",
                cause);
    }
}
