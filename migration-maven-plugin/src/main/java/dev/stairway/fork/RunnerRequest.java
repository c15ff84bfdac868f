package dev.stairway.fork;

import dev.stairway.database.Handover;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.suite.RedisOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a runner works on. Goes through a pipe and never into a file or an argument.
 *
 * @param engine name of it
 * @param source the class loader in it does not go over
 * @param testClassPath of the project
 * @param database that it works on
 * @param properties of the build that changelogs and user code may ask for
 */
record RunnerRequest(
        String engine,
        ChangelogSource source,
        List<Path> testClassPath,
        RedisOptions redis,
        Handover database,
        Map<String, String> properties) {

    /** Parameters and properties may be secrets. */
    @Override
    public String toString() {
        return "RunnerRequest";
    }
}
