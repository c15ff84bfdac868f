package dev.stairway.engine;

import dev.stairway.database.Database;

/** A migration engine. One adapter per engine; only JDK types cross this edge. */
public interface Engine {

    /** Lower-case name: {@code liquibase}. */
    String name();

    /** Version of the engine's library that is in use. */
    String version();

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
     * Opens the changelog against a database, once per cell; the engine's own tables are created here.
     *
     * @throws dev.stairway.problem.ProblemException when the engine cannot start on this database
     */
    EngineRun open(ChangelogSource source, Database database);
}
