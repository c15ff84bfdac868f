package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run with several parts, which share servers, and write one document with one gate. */
final class VerifySuite {

    /** The changelogs were told of once. */
    private static final SuiteListener SILENT = new SuiteListener() {};

    private final RunFrame frame;
    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final DatabaseProviders measuring;
    private final DatabaseProviders archiving;
    private final List<ChangelogEntry> entries = new ArrayList<>();
    private final Documents documents;
    private final Outputs outputs;

    /**
     * @param measuring servers that are tuned for measuring
     * @param archiving servers that any moment can be gone back to
     */
    VerifySuite(RunFrame frame, DatabaseProviders measuring, DatabaseProviders archiving) {
        this.frame = frame;
        this.options = frame.options();
        this.engines = frame.engines();
        this.measuring = measuring;
        this.archiving = archiving;
        this.documents = new Documents(options, frame.clock().instant());
        this.outputs = frame.outputs();
    }

    /**
     * Does all parts, writes every file and says how it ended.
     *
     * @param usual versions to judge for where the matrix names none
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run(UsualVersions usual) throws InterruptedException {
        outputs.prepare();
        MetricsDocument document;
        List<ProblemException> broken;
        try {
            WalkPart walk = walks() ? WalkPart.of(options, engines, frame.listener(), documents, entries) : null;
            VerifyDraft draft = played(walk, parts(walk, usual));
            document = draft.document();
            broken = draft.broken();
            outputs.write(document);
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
        // What a part could not do to its end is told when the reports of the others are written.
        for (ProblemException problem : broken) {
            throw problem;
        }
        return new Suite.Result(document, outputs.report());
    }

    private boolean walks() {
        return VerifyParts.WALKS.stream().anyMatch(options.verify()::has);
    }

    /** In the order in which they are done: what measures comes last, what reads after what confirms it. */
    private List<VerifyPart> parts(WalkPart walk, UsualVersions usual) {
        VerifyOptions verify = options.verify();
        List<VerifyPart> parts = new ArrayList<>();
        if (walk != null) {
            parts.add(walk);
        }
        if (verify.has(VerifyParts.CROSS_DB)) {
            new CrossSuite(frame.in(List.of(verify.rows())))
                    .part(documents, entries)
                    .ifPresent(parts::add);
        }
        if (verify.has(VerifyParts.VALIDATE)) {
            Validation validation = new Validation(options, engines, SILENT, frame.clock())
                    .since(verify.since())
                    .taking(usual);
            parts.add((servers, draft) -> draft.add(validation.document(documents, new ArrayList<>())));
        }
        if (verify.has(VerifyParts.BACKUP_TEST)) {
            BackupSuite suite =
                    new BackupSuite(frame.in(List.of(verify.backups())).on(archiving));
            parts.add(suite.part(documents, entries));
        }
        if (verify.has(VerifyParts.PERF)) {
            PerfSuite suite = new PerfSuite(frame.in(verify.sizes()).on(measuring));
            parts.add(suite.part(documents, entries));
        }
        if (verify.has(VerifyParts.SAFETY)) {
            parts.add(new SafetyPart(options, engines, documents, outputs, frame.clock(), frame.mask()).taking(usual));
        }
        return parts;
    }

    private VerifyDraft played(WalkPart walk, List<VerifyPart> parts) throws InterruptedException {
        List<Cell> cells = parts.stream().flatMap(part -> part.cells().stream()).toList();
        try (Servers servers = Servers.start(Cells.databases(cells), frame.providers())) {
            Changelogs changelogs = new Changelogs(options, engines, frame.listener());
            changelogs.read((named, changelog) -> {
                entries.add(changelogs.entry(named, changelog));
                if (walk != null) {
                    walk.read(named, changelog);
                }
            });
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            frame.listener().servers(List.copyOf(started.values()), cells.size());
            VerifyDraft draft = new VerifyDraft(documents, entries);
            for (VerifyPart part : parts) {
                part.run(started, draft);
            }
            return draft;
        }
    }
}
