package dev.stairway.safety;

import dev.stairway.problem.ProblemException;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.UnreadableMetricsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What other goals of the same build have seen.
 *
 * @param documents one per goal
 * @param unread why a file of another goal could not be read, one line each
 */
record EarlierRuns(List<Metrics> documents, List<String> unread) {

    /** Goals that only read, and so have seen nothing. */
    private static final List<String> READERS = List.of("safety", "validate");

    /** @param directory holds a directory for each goal; it need not exist, null for none */
    static EarlierRuns below(Path directory) {
        List<Metrics> documents = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Path file : files(directory)) {
            try {
                Metrics metrics = MetricsReader.read(file);
                if (!READERS.contains(metrics.run().goal())) {
                    documents.add(metrics);
                }
            } catch (UnreadableMetricsException e) {
                unread.add(e.getMessage());
            }
        }
        return new EarlierRuns(documents, unread);
    }

    /** The same and others. */
    EarlierRuns and(List<Metrics> others) {
        return new EarlierRuns(
                Stream.concat(documents.stream(), others.stream()).toList(), unread);
    }

    private static List<Path> files(Path directory) {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> goals = Files.list(directory)) {
            return goals.map(goal -> goal.resolve("metrics.json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The results of other goals cannot be looked for",
                    directory.toString(),
                    e.toString(),
                    "Check that the directory can be read",
                    e);
        }
    }
}
