package dev.stairway.backup;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.files.FileTrees;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tries the backups of all cells, one cell at a time, so that none slows down what is restored in another. */
public final class DrillRun {

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, DrillTools> tools;
    private final DrillOptions options;
    private final DrillProgress progress;

    /** @param servers running servers by request; the caller closes them */
    public DrillRun(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, DrillTools> tools,
            DrillOptions options,
            DrillProgress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reports in the order of the cells. No backup is left behind.
     *
     * @throws ProblemException when the backups have no place
     */
    public List<DrillReport> drill(List<Cell> cells) throws InterruptedException {
        List<DrillReport> reports = new ArrayList<>();
        for (Cell cell : cells) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while backups were to be tried in " + cell);
            }
            progress.drilling(cell);
            DrillReport report = drilled(cell);
            progress.drilled(report);
            reports.add(report);
        }
        return reports;
    }

    private DrillReport drilled(Cell cell) {
        DatabaseServer server = servers.get(cell.database());
        try {
            // What an earlier run that was killed has left there would be taken for a backup of this one.
            clear();
            DrillReport report = new Drill(cell, server, tools.apply(cell), options, progress).play();
            clear();
            return report;
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The directory of the backups cannot be emptied",
                    options.directory().toString(),
                    e.toString(),
                    "Check who else uses it, and whether it is writable",
                    e);
        }
    }

    private void clear() throws IOException {
        Path directory = options.directory();
        if (Files.exists(directory)) {
            FileTrees.delete(directory);
        }
    }
}
