package dev.stairway.crash;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The crash drills of all cells, one cell at a time: a server that is killed is nobody else's. */
public final class CrashRun {

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, CrashTools> tools;
    private final CrashOptions options;
    private final CrashProgress progress;

    /** @param servers running servers by request; the caller closes them */
    public CrashRun(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, CrashTools> tools,
            CrashOptions options,
            CrashProgress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /** Reports in the order of the cells. */
    public List<CrashReport> drill(List<Cell> cells) throws InterruptedException {
        List<CrashReport> reports = new ArrayList<>();
        for (Cell cell : cells) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while something was to be killed in " + cell);
            }
            progress.crashing(cell, options.seed());
            CrashReport report =
                    new CrashDrill(cell, servers.get(cell.database()), tools.apply(cell), options, progress).play();
            progress.crashed(report);
            reports.add(report);
        }
        return reports;
    }
}
