package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What runs that do something else than walk have in common: servers while they work, and files at the end.
 *
 * @param engines by name
 * @param mask hides secrets in the files
 */
record RunFrame(
        SuiteOptions options,
        Map<String, Engine> engines,
        DatabaseProviders providers,
        SuiteListener listener,
        Clock clock,
        Mask mask) {

    /** Does what the run is for; what it has read of the changelogs goes into the entries, also when it fails later. */
    @FunctionalInterface
    interface Work {
        MetricsDocument done(Documents documents, List<ChangelogEntry> entries) throws InterruptedException;
    }

    /** Works on servers that are started. */
    @FunctionalInterface
    interface OnServers<T, E extends Exception> {
        T done(Map<DatabaseRequest, DatabaseServer> servers) throws E, InterruptedException;
    }

    /**
     * Works, writes every file and says how it ended.
     *
     * @param afterwards what is left to do when all files are written
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run(Work work, Consumer<MetricsDocument> afterwards) throws InterruptedException {
        Documents documents = new Documents(options, clock.instant());
        Outputs outputs = new Outputs(options, mask);
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            MetricsDocument document = work.done(documents, entries);
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

    /** Reads the changelogs while the servers of the cells start, and stops those in the end. */
    <T, E extends Exception> T onServers(List<Cell> cells, List<ChangelogEntry> entries, OnServers<T, E> work)
            throws E, InterruptedException {
        Changelogs changelogs = new Changelogs(options, engines, listener);
        try (Servers servers = Servers.start(Cells.databases(cells), providers)) {
            changelogs.read((named, changelog) -> entries.add(changelogs.entry(named, changelog)));
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            listener.servers(List.copyOf(started.values()), cells.size());
            return work.done(started);
        }
    }

    List<Cell> cells() {
        return new Cells(options, engines).matrix();
    }

    Engine engine(Cell cell) {
        return engines.get(cell.engine());
    }
}
