package dev.stairway.suite;

import dev.stairway.problem.ProblemException;
import dev.stairway.report.Report;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Shows a run where GitHub Actions shows a job: its summary, and notes at the lines of a pull request. Does nothing
 * anywhere else.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public final class GitHubActions {

    /** GitHub drops the whole summary of a step that is longer. */
    private static final long LONGEST_BYTES = 1024L * 1024;

    private final Map<String, String> environment;
    private final PrintStream commands;

    /** @param environment of the job @param commands where it reads commands */
    public GitHubActions(Map<String, String> environment, PrintStream commands) {
        this.environment = environment;
        this.commands = commands;
    }

    /** Of this process. Commands go to its standard output itself, because Maven 4 prefixes what goes to System.out. */
    public static GitHubActions here() {
        return new GitHubActions(
                System.getenv(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    /**
     * @param output where the run has written its files
     * @param roots directories in which migrations may lie, the likelier first
     */
    public void show(Path output, List<Path> roots) {
        if (!"true".equals(environment.get("GITHUB_ACTIONS"))) {
            return;
        }
        RepositoryPaths paths = RepositoryPaths.of(roots, environment);
        Report.read(output.resolve("metrics.json")).annotations(paths::of).forEach(commands::println);
        commands.flush();
        String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!summary.isEmpty()) {
            append(output.resolve("summary.md"), Path.of(summary));
        }
    }

    /** The summary of the run has 60 kB at most; several runs of one step share a file. */
    private static void append(Path summary, Path steps) {
        try {
            byte[] ours = Files.readAllBytes(summary);
            long theirs = Files.exists(steps) ? Files.size(steps) : 0;
            if (theirs + ours.length < LONGEST_BYTES) {
                Files.write(steps, ours, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The summary of the job cannot be written",
                    steps.toString(),
                    e.toString(),
                    "Check the file that GITHUB_STEP_SUMMARY names, or leave it out with -Dmigration.ci=none",
                    e);
        }
    }
}
