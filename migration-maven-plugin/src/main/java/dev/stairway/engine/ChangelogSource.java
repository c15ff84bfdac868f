package dev.stairway.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a changelog is and how the user runs it.
 *
 * @param location path relative to one of the roots, or a class-path resource
 * @param roots directories that are searched, in order
 * @param loader loads the changelog from jars, and user classes; parent is the plugin
 * @param parameters changelog parameters
 * @param contexts context expression, empty for all
 * @param labels label filter, empty for all
 * @param data files of rows or keys that the tables or the key space hold in scenario {@code sample}, in order
 * @param reads files of commands that the releases before and after a migration read with; for Redis
 * @param settings of the engine, by the names that its own manual gives them; empty for its defaults
 */
public record ChangelogSource(
        String location,
        List<Path> roots,
        ClassLoader loader,
        Map<String, String> parameters,
        String contexts,
        String labels,
        List<Path> data,
        List<Path> reads,
        Map<String, String> settings) {
    public ChangelogSource {
        roots = List.copyOf(roots);
        parameters = Map.copyOf(parameters);
        data = List.copyOf(data);
        reads = List.copyOf(reads);
        settings = Map.copyOf(settings);
    }

    /** A changelog without data of its own. */
    public ChangelogSource(
            String location,
            List<Path> roots,
            ClassLoader loader,
            Map<String, String> parameters,
            String contexts,
            String labels) {
        this(location, roots, loader, parameters, contexts, labels, List.of(), List.of(), Map.of());
    }

    /** The same, loaded by another class loader. */
    public ChangelogSource with(ClassLoader other) {
        return new ChangelogSource(location, roots, other, parameters, contexts, labels, data, reads, settings);
    }

    /** The same with settings of the engine. */
    public ChangelogSource with(Map<String, String> others) {
        return new ChangelogSource(location, roots, loader, parameters, contexts, labels, data, reads, others);
    }
}
