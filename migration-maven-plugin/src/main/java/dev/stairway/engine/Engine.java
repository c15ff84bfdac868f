package dev.stairway.engine;

import dev.stairway.database.Database;
import java.util.List;

/** A migration engine. One adapter per engine; only JDK types cross this edge. */
public interface Engine extends AutoCloseable {

    /** Lower-case name: {@code liquibase}. */
    String name();

    /** Version of the engine's library that is in use. */
    String version();

    /** What runs this changelog, where that depends on whose it is. */
    default EngineLibrary library(ChangelogSource source) {
        return new EngineLibrary(version(), "");
    }

    /** True when its changelogs can run on this product: {@code postgresql}, {@code sqlite}, {@code redis}. */
    boolean runsOn(String product);

    /** Loads what every use needs, while something else has to be waited for; never needed, safe on any thread. */
    default void prepare() {}

    /**
     * Parses the changelog without any database.
     *
     * @throws dev.stairway.problem.ProblemException naming file and line when it is missing, broken or has duplicate ids
     */
    Changelog read(ChangelogSource source);

    /**
     * What each migration sends to a product, in the order of {@link #read}, without any database. Migrations that do not
     * run on it are left out.
     *
     * @param product lower-case name
     * @param version of the product, {@code 17}; empty for its newest
     * @throws dev.stairway.problem.ProblemException as {@link #read} does; twins may be let through
     */
    List<MigrationStatements> statements(ChangelogSource source, String product, String version);

    /**
     * Those that {@link #statements} leaves out, each with the reason in {@link Migration#notApplicable}, in order.
     *
     * @throws dev.stairway.problem.ProblemException as {@link #read} does
     */
    default List<MigrationStatements> leftOut(ChangelogSource source, String product, String version) {
        return List.of();
    }

    /**
     * Opens the changelog against a database, once per cell; the engine's own tables are created here.
     *
     * @throws dev.stairway.problem.ProblemException when the engine cannot start on this database
     */
    EngineRun open(ChangelogSource source, Database database);

    /** Lets go of the libraries that it has loaded; nothing of it is in use any more. */
    @Override
    default void close() {}
}
