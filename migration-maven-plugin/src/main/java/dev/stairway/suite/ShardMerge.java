package dev.stairway.suite;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Gate;
import dev.stairway.metrics.MetricsDocument.Run;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts the shards of a run together: one document, one set of files, one gate. */
public final class ShardMerge {

    private final String project;
    private final String projectName;
    private final Path directory;
    private final List<Path> roots;
    private final Mask mask;
    private final Clock clock;

    /**
     * @param project groupId:artifactId:version
     * @param projectName for people
     * @param directory where all files go
     * @param roots directories in which migrations may lie
     */
    public ShardMerge(String project, String projectName, Path directory, List<Path> roots, Mask mask, Clock clock) {
        this.project = project;
        this.projectName = projectName;
        this.directory = directory;
        this.roots = List.copyOf(roots);
        this.mask = mask;
        this.clock = clock;
    }

    /**
     * Writes every file and says how the run ended.
     *
     * @param base what the pattern is relative to
     * @param pattern of the shards' documents
     * @throws ProblemException when they are no whole; the reports are written all the same and say so
     */
    public Suite.Result merge(Path base, String pattern) {
        Outputs outputs = new Outputs(directory, roots, mask);
        try {
            Shards shards = Shards.read(ShardFiles.find(base, pattern));
            MetricsDocument document =
                    shards.parts().isEmpty() ? MergedDocument.of(shards) : MergedVerify.of(shards, outputs::draft);
            outputs.write(document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(stopped(problem), problem);
            throw problem;
        }
    }

    private MetricsDocument stopped(ProblemException problem) {
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                new Run(clock.instant().toString(), 0, "report-aggregate", 0, project, projectName, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Documents.finding(problem.problem())),
                null,
                null,
                null,
                null,
                null,
                new Gate(true, List.of(problem.problem().what())));
    }
}
