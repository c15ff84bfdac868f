package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What runs that do something else than walk have in common: servers while they work, and files at the end.
 *
 * @param engines by name
 * @param mask hides secrets in the files
 * @param outputs where those go
 */
record RunFrame(
        SuiteOptions options,
        Map<String, Engine> engines,
        DatabaseProviders providers,
        SuiteListener listener,
        Clock clock,
        Mask mask,
        Outputs outputs) {

    /**
     * What one run collects.
     *
     * @param entries of the changelogs, as far as they were read
     * @param sharding which cells it takes
     */
    record Pass(Documents documents, List<ChangelogEntry> entries, Sharding sharding) {}

    /** Does what the run is for; what it has read of the changelogs goes into the entries, also when it fails later. */
    @FunctionalInterface
    interface Work {
        MetricsDocument done(Pass pass) throws InterruptedException;
    }

    /** Works on servers that are started, on those of the cells that this run takes. */
    @FunctionalInterface
    interface OnServers<T, E extends Exception> {
        List<T> done(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> cells) throws E, InterruptedException;
    }

    /**
     * Works, writes every file and says how it ended.
     *
     * @param afterwards what is left to do when all files are written
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run(Work work, Consumer<MetricsDocument> afterwards) throws InterruptedException {
        Documents documents = new Documents(options, clock.instant());
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            MetricsDocument document = work.done(pass(documents, entries));
            outputs.write(document);
            afterwards.accept(document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    /** The same where nothing is left to do. */
    Suite.Result run(Work work) throws InterruptedException {
        return run(work, document -> {});
    }

    private Pass pass(Documents documents, List<ChangelogEntry> entries) {
        return new Pass(documents, entries, new Sharding(options, documents, listener));
    }

    /**
     * Reads the changelogs while the servers of the cells start, and stops those in the end.
     *
     * @param together cells of which this is equal stay in one shard
     * @return nothing where this shard has no cell
     */
    <T, E extends Exception> List<T> onServers(
            List<Cell> cells, Pass pass, Function<Cell, Object> together, OnServers<T, E> work)
            throws E, InterruptedException {
        if (pass.sharding().divides()) {
            read(pass.entries());
        }
        return on(pass.sharding().mine(cells, pass.entries(), together), pass.entries(), work);
    }

    /**
     * The same on these cells, which may be none.
     *
     * @param entries takes the changelogs unless somebody has read them
     */
    <T, E extends Exception> List<T> on(List<Cell> mine, List<ChangelogEntry> entries, OnServers<T, E> work)
            throws E, InterruptedException {
        if (mine.isEmpty()) {
            return List.of();
        }
        try (Servers servers = Servers.start(Cells.databases(mine), providers)) {
            read(entries);
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            listener.servers(List.copyOf(started.values()), mine.size());
            return work.done(started, mine);
        }
    }

    /** Unless somebody did. */
    private void read(List<ChangelogEntry> entries) {
        if (entries.isEmpty()) {
            Changelogs changelogs = new Changelogs(options, engines, listener);
            changelogs.read((named, changelog) -> entries.add(changelogs.entry(named, changelog)));
        }
    }

    /** The same with other data in the tables. */
    RunFrame in(List<Scenario> scenarios) {
        return new RunFrame(options.in(scenarios), engines, providers, listener, clock, mask, outputs);
    }

    /** The same on other servers. */
    RunFrame on(DatabaseProviders others) {
        return new RunFrame(options, engines, others, listener, clock, mask, outputs);
    }

    List<Cell> cells() {
        return new Cells(options, engines).matrix();
    }

    Engine engine(Cell cell) {
        return engines.get(cell.engine());
    }
}
