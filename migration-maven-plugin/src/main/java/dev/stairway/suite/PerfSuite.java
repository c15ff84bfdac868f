package dev.stairway.suite;

import dev.stairway.baseline.Baselines;
import dev.stairway.data.Fillers;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.profile.ProfileFile;
import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.perf.PerfReport;
import dev.stairway.perf.PerfRun;
import dev.stairway.perf.PerfTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run that measures the whole matrix. */
final class PerfSuite {

    /** How the cost of a migration grows with the rows is told from all numbers of rows, on one machine. */
    private record Shore(String changelog, DatabaseRequest database) {}

    private final RunFrame frame;
    private final SuiteOptions options;
    private Baselines baselines;

    PerfSuite(RunFrame frame) {
        this.frame = frame;
        this.options = frame.options();
    }

    /**
     * Measures every cell, writes every file and says how it ended.
     *
     * @throws dev.stairway.problem.ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        return frame.run(
                pass -> {
                    // First, because it is quick: a broken baseline must not be found after an hour of measuring.
                    baselines = open();
                    return pass.documents()
                            .measured(
                                    pass.entries(),
                                    frame.onServers(frame.cells(), pass, PerfSuite::shore, measurement()),
                                    baselines);
                },
                this::record);
    }

    /**
     * The same as a part of another run, on servers of its own, because those of others are not tuned for it.
     *
     * @param entries of the changelogs, which are read before it runs
     * @throws dev.stairway.problem.ProblemException when the baseline cannot be read
     */
    VerifyPart part(Documents documents, List<ChangelogEntry> entries) {
        baselines = open();
        return new VerifyPart() {
            @Override
            public String name() {
                return VerifyParts.PERF;
            }

            @Override
            public List<Cell> cells() {
                return frame.cells();
            }

            @Override
            public Object together(Cell cell) {
                return shore(cell);
            }

            @Override
            public boolean shares() {
                return false;
            }

            @Override
            public void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft)
                    throws InterruptedException {
                MetricsDocument document =
                        documents.measured(entries, frame.on(mine, entries, measurement()), baselines);
                draft.add(name(), document);
                record(document);
            }
        };
    }

    private static Shore shore(Cell cell) {
        return new Shore(cell.changelogId(), cell.database());
    }

    private Baselines open() {
        return Baselines.open(options.baseline().file(), options.baseline().shownAs());
    }

    private void record(MetricsDocument document) {
        if (options.baseline().update()) {
            baselines.write(document, frame.mask());
            frame.listener().baselineUpdated(options.baseline().shownAs());
        } else {
            baselines.advice().ifPresent(frame.listener()::baselineMissing);
        }
    }

    private RunFrame.OnServers<PerfReport, RuntimeException> measurement() {
        Path file = options.walk().rows().profileFile();
        Profile profile = file == null ? Profile.NONE : ProfileFile.read(file);
        return (servers, cells) ->
                new PerfRun(servers, cell -> tools(cell, profile), options.perf(), frame.listener()).measure(cells);
    }

    private PerfTools tools(Cell cell, Profile profile) {
        Profile here = profile.rowsAtMost(cell.scenario().rows());
        return new PerfTools(
                frame.engine(cell),
                (database, seed) -> Fillers.open(database, seed, cell.source().data(), here));
    }
}
