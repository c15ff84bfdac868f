package dev.stairway.suite;

import dev.stairway.baseline.Baselines;
import dev.stairway.data.Fillers;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.profile.ProfileFile;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.perf.PerfReport;
import dev.stairway.perf.PerfRun;
import dev.stairway.perf.PerfTools;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run that measures the whole matrix. */
final class PerfSuite {

    private record Shore(String changelog, DatabaseRequest database) {}

    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final DatabaseProviders providers;
    private final SuiteListener listener;
    private final Clock clock;
    private final Mask mask;

    PerfSuite(
            SuiteOptions options,
            Map<String, Engine> engines,
            DatabaseProviders providers,
            SuiteListener listener,
            Clock clock,
            Mask mask) {
        this.options = options;
        this.engines = engines;
        this.providers = providers;
        this.listener = listener;
        this.clock = clock;
        this.mask = mask;
    }

    /**
     * Measures every cell, writes every file and says how it ended.
     *
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        Documents documents = new Documents(options, clock.instant());
        Outputs outputs = new Outputs(options, mask);
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            // First, because it is quick: a broken baseline must not be found after an hour of measuring.
            Baselines baselines =
                    Baselines.open(options.baseline().file(), options.baseline().shownAs());
            Sharding sharding = new Sharding(options, documents, listener);
            MetricsDocument document = documents.measured(entries, measured(sharding, entries), baselines);
            outputs.write(document);
            record(baselines, document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    /**
     * The same as a part of another run, on servers of its own, because those of others are not tuned for it.
     *
     * @param entries of the changelogs, which are read before it runs
     * @throws ProblemException when the baseline cannot be read
     */
    VerifyPart part(Documents documents, List<ChangelogEntry> entries) {
        Baselines baselines =
                Baselines.open(options.baseline().file(), options.baseline().shownAs());
        return (servers, draft) -> {
            Sharding whole = new Sharding(options, documents, listener);
            MetricsDocument document = documents.measured(entries, measured(whole, entries), baselines);
            draft.add(document);
            record(baselines, document);
        };
    }

    private void record(Baselines baselines, MetricsDocument document) {
        if (options.baseline().update()) {
            baselines.write(document, mask);
            listener.baselineUpdated(options.baseline().shownAs());
        } else {
            baselines.advice().ifPresent(listener::baselineMissing);
        }
    }

    private List<PerfReport> measured(Sharding sharding, List<ChangelogEntry> entries) throws InterruptedException {
        List<Cell> cells = new Cells(options, engines).matrix();
        Path file = options.walk().rows().profileFile();
        Profile profile = file == null ? Profile.NONE : ProfileFile.read(file);
        if (sharding.divides()) {
            read(entries);
        }
        // How the cost of a migration grows with the rows is told from all numbers of rows, on one machine.
        List<Cell> mine = sharding.mine(cells, entries, cell -> new Shore(cell.changelogId(), cell.database()));
        if (mine.isEmpty()) {
            return List.of();
        }
        try (Servers servers = Servers.start(Cells.databases(mine), providers)) {
            if (!sharding.divides()) {
                read(entries);
            }
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            listener.servers(List.copyOf(started.values()), mine.size());
            return new PerfRun(started, cell -> tools(cell, profile), options.perf(), listener).measure(mine);
        }
    }

    /** Unless somebody did. */
    private void read(List<ChangelogEntry> entries) {
        if (!entries.isEmpty()) {
            return;
        }
        Changelogs changelogs = new Changelogs(options, engines, listener);
        changelogs.read((named, changelog) -> entries.add(changelogs.entry(named, changelog)));
    }

    private PerfTools tools(Cell cell, Profile profile) {
        Profile here = profile.rowsAtMost(cell.scenario().rows());
        return new PerfTools(
                engines.get(cell.engine()),
                (database, seed) -> Fillers.open(database, seed, cell.source().data(), here));
    }
}
