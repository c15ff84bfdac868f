package dev.stairway.engine.flyway;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Flyway, whichever release from 10 on is on the user's class path. */
public final class FlywayEngine implements Engine {

    @Override
    public String name() {
        return "flyway";
    }

    /** None before a changelog is named: Flyway is the user's. */
    @Override
    public String version() {
        return "";
    }

    @Override
    public EngineLibrary library(ChangelogSource source) {
        Library library = Library.in(source.loader());
        return new EngineLibrary(library.version(), library.origin());
    }

    /** Whatever speaks SQL; the modules of Flyway on the class path decide. */
    @Override
    public boolean runsOn(String product) {
        return !product.startsWith("redis") && !product.startsWith("valkey");
    }

    /** Flyway reads nothing without a connection; an empty SQLite database in memory gives it one. */
    @Override
    public Changelog read(ChangelogSource source) {
        List<Migration> migrations = read(
                source,
                project -> Migrations.of(project).stream()
                        .map(FlywayEngine::anywhere)
                        .toList());
        return new Changelog(source.location(), migrations);
    }

    @Override
    public List<MigrationStatements> statements(ChangelogSource source, String product, String version) {
        return read(source, project -> new Statements(project, product).all());
    }

    private static <T> T read(ChangelogSource source, Function<Project, T> reader) {
        Library library = Library.in(source.loader());
        try (NoDatabase nothing = NoDatabase.open()) {
            return UserLoader.in(
                    source.loader(), () -> reader.apply(Project.read(source, library, nothing.dataSource())));
        } catch (ProblemException told) {
            throw told;
        } catch (Exception broken) {
            throw Refusals.unreadable(source, library, broken);
        }
    }

    @Override
    public EngineRun open(ChangelogSource source, Database database) {
        if (database instanceof JdbcDatabase jdbc) {
            return FlywayRun.open(source, Library.in(source.loader()), jdbc);
        }
        throw ProblemException.setup(
                "Flyway cannot work on " + database.id(), "", "", "Use it with a database that has JDBC.", null);
    }

    /** Without a database nothing is inapplicable. */
    private static Migration anywhere(Migration migration) {
        return Migrations.with(migration, Optional.empty(), migration.transactional());
    }
}
