package dev.stairway.fork;

import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.suite.ServerOptions;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the other JVM is to do. Goes through a pipe and never into a file or an argument: parameters and properties may be
 * secrets.
 *
 * @param options the class loaders in it do not go over
 * @param testClassPath of the project
 * @param servers where they come from
 * @param properties of the build that changelogs and user code may ask for
 * @param secrets that no file of the run may tell
 */
public record ForkRequest(
        SuiteOptions options,
        List<Path> testClassPath,
        ServerOptions servers,
        Map<String, String> properties,
        List<String> secrets) {

    /** The options with changelogs that are loaded by this class loader. */
    SuiteOptions optionsWith(ClassLoader loader) {
        List<NamedChangelog> changelogs = options.changelogs().stream()
                .map(named -> new NamedChangelog(
                        named.id(), named.engine(), named.source().with(loader)))
                .toList();
        return options.withChangelogs(changelogs);
    }

    /** Parameters and properties may be secrets. */
    @Override
    public String toString() {
        return "ForkRequest";
    }
}
