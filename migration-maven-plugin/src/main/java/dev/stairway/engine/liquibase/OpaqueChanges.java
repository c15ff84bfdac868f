package dev.stairway.engine.liquibase;

import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.database.Database;

/** Changes whose statements nobody can know without a database. */
final class OpaqueChanges {

    private OpaqueChanges() {}

    /** Why they cannot be known, if so. */
    static Optional<String> reason(Change change, Database database) {
        if (change instanceof CustomChangeWrapper custom) {
            return Optional.of("a Java class, " + custom.getClassName());
        }
        if (change instanceof LoadDataChange data) {
            return Optional.of("rows of " + data.getFile());
        }
        if (change instanceof ExecuteShellCommandChange) {
            return Optional.of("a command of the operating system");
        }
        return change.generateStatementsVolatile(database)
                ? Optional.of("Liquibase looks at the database before it renders this")
                : Optional.empty();
    }

    /** Why Liquibase did not tell the statements. */
    static String reason(Throwable refused, Database database) {
        List<Throwable> chain = Failures.chain(refused);
        // Where it rebuilds tables, as on SQLite, it asks for the connection that nobody has given to it.
        return chain.get(chain.size() - 1) instanceof NullPointerException
                ? "Liquibase renders it on " + database.getShortName() + " only with a database at hand"
                : Failures.reason(refused);
    }
}
