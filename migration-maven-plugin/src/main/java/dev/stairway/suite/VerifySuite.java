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
            document = documents.together(draft);
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
            parts.add(reading(validation));
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

    private VerifyPart reading(Validation validation) {
        return new VerifyPart() {
            @Override
            public String name() {
                return VerifyParts.VALIDATE;
            }

            @Override
            public void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft) {
                draft.add(name(), validation.document(documents, new ArrayList<>()));
            }
        };
    }

    private VerifyDraft played(WalkPart walk, List<VerifyPart> parts) throws InterruptedException {
        Sharding sharding = new Sharding(options, documents, frame.listener());
        if (sharding.divides()) {
            read(walk);
        }
        Map<String, List<Cell>> cells = sharding.mine(claims(parts), entries);
        try (Servers servers = Servers.start(Cells.databases(sharing(parts, cells)), frame.providers())) {
            if (!sharding.divides()) {
                read(walk);
                // Upgrade paths have learned where they start.
                cells = sharding.mine(claims(parts), entries);
            }
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            frame.listener()
                    .servers(
                            List.copyOf(started.values()), sharing(parts, cells).size());
            VerifyDraft draft = documents.draft(entries);
            for (VerifyPart part : parts) {
                if (sharding.reads() || !VerifyParts.READS.contains(part.name())) {
                    part.run(started, cells.get(part.name()), draft);
                }
            }
            return draft;
        }
    }

    private static List<Sharding.Claim> claims(List<VerifyPart> parts) {
        return parts.stream()
                .map(part -> new Sharding.Claim(part.name(), part.cells(), part::together))
                .toList();
    }

    private void read(WalkPart walk) {
        Changelogs changelogs = new Changelogs(options, engines, frame.listener());
        changelogs.read((named, changelog) -> {
            entries.add(changelogs.entry(named, changelog));
            if (walk != null) {
                walk.read(named, changelog);
            }
        });
    }

    /** Cells on the servers that all parts share. */
    private static List<Cell> sharing(List<VerifyPart> parts, Map<String, List<Cell>> cells) {
        return parts.stream()
                .filter(VerifyPart::shares)
                .flatMap(part -> cells.get(part.name()).stream())
                .toList();
    }
}
