package dev.stairway.suite;

import dev.stairway.backup.BackupTools;
import dev.stairway.backup.DrillReport;
import dev.stairway.backup.DrillRun;
import dev.stairway.backup.DrillTools;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import java.util.List;
import java.util.Map;

/** One run that tries the backups of every database of the matrix. */
final class BackupSuite {

    private final RunFrame frame;

    BackupSuite(RunFrame frame) {
        this.frame = frame;
    }

    /**
     * Tries them, writes every file and says how it ended.
     *
     * @throws dev.stairway.problem.ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        return frame.run(pass -> pass.documents()
                .drilled(pass.entries(), frame.onServers(frame.cells(), pass, cell -> cell, this::drill)));
    }

    /**
     * The same as a part of another run, on servers of its own, because those of others keep no archive.
     *
     * @param entries of the changelogs, which are read before it runs
     */
    VerifyPart part(Documents documents, List<ChangelogEntry> entries) {
        return new VerifyPart() {
            @Override
            public String name() {
                return VerifyParts.BACKUP_TEST;
            }

            @Override
            public List<Cell> cells() {
                return frame.cells();
            }

            @Override
            public boolean shares() {
                return false;
            }

            @Override
            public void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft)
                    throws InterruptedException {
                draft.add(name(), documents.drilled(entries, frame.on(mine, entries, BackupSuite.this::drill)));
            }
        };
    }

    private List<DrillReport> drill(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> cells)
            throws InterruptedException {
        return new DrillRun(servers, this::tools, frame.options().drill(), frame.listener()).drill(cells);
    }

    private DrillTools tools(Cell cell) {
        return new DrillTools(
                frame.engine(cell),
                (database, seed) -> Fillers.open(database, seed, cell.source().data()),
                (server, database) -> BackupTools.of(server, database, frame.clock()));
    }
}
