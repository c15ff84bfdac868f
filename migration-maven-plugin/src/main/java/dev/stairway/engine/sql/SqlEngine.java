package dev.stairway.engine.sql;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import java.util.List;

/** Folders of plain SQL scripts in the layouts of golang-migrate and dbmate. */
public final class SqlEngine implements Engine {

    @Override
    public String name() {
        return "sql";
    }

    /** Part of the plugin; no library runs the scripts. */
    @Override
    public String version() {
        return "built-in";
    }

    @Override
    public boolean runsOn(String product) {
        return !product.startsWith("redis") && !product.startsWith("valkey");
    }

    @Override
    public Changelog read(ChangelogSource source) {
        ScriptDirectory directory = ScriptDirectory.of(source, Layout.HOLDS);
        // Without a database PostgreSQL decides what is a comment; it is the one that takes most for one.
        return new Changelog(
                source.location(),
                Layout.of(directory, source).read(directory, "postgresql").stream()
                        .map(Unit::migration)
                        .toList());
    }

    @Override
    public List<MigrationStatements> statements(ChangelogSource source, String product, String version) {
        ScriptDirectory directory = ScriptDirectory.of(source, Layout.HOLDS);
        Statements statements = new Statements(product);
        return Layout.of(directory, source).read(directory, product).stream()
                .map(statements::of)
                .toList();
    }

    @Override
    public EngineRun open(ChangelogSource source, Database database) {
        if (!(database instanceof JdbcDatabase jdbc)) {
            throw ProblemException.setup(
                    "SQL scripts cannot run on " + database.id(),
                    source.location(),
                    "",
                    "Use a database that has JDBC.",
                    null);
        }
        ScriptDirectory directory = ScriptDirectory.of(source, Layout.HOLDS);
        return SqlRun.open(directory, Layout.of(directory, source), jdbc);
    }
}
