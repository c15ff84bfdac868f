package dev.stairway.suite;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an earlier run has left in the output directory. */
public final class EarlierRun {

    private static final List<String> FILES = List.of(
            "metrics.json",
            "summary.md",
            "migration.sarif",
            "codequality.json",
            "metrics.prom",
            "benchmark.json",
            EventFile.NAME,
            "report/index.html");

    private EarlierRun() {}

    /**
     * Removes its files, so that a run which ends before it can write its own, as a killed one does, is not taken for it.
     *
     * @throws ProblemException when one cannot be removed
     */
    public static void forget(Path output) {
        if (!Files.isDirectory(output)) {
            return;
        }
        try {
            for (String file : FILES) {
                Files.deleteIfExists(output.resolve(file));
            }
            try (DirectoryStream<Path> tests = Files.newDirectoryStream(output, "TEST-*.xml")) {
                for (Path test : tests) {
                    Files.deleteIfExists(test);
                }
            }
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A file of an earlier run cannot be removed",
                    output.toString(),
                    e.toString(),
                    "Check that the directory is writable and that no program holds the file open",
                    e);
        }
    }
}
