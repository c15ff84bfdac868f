package dev.stairway.fault;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Fault drills of cells, one after the other: what is put on a server is met by everybody there. */
public final class FaultRun {

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, FaultTools> tools;
    private final FaultOptions options;
    private final FaultProgress progress;

    /** @param servers running servers by request; the caller closes them */
    public FaultRun(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, FaultTools> tools,
            FaultOptions options,
            FaultProgress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    public FaultReport drill(Cell cell) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("while faults were to be tried in " + cell);
        }
        progress.disturbing(cell, options);
        FaultReport report =
                new FaultDrill(cell, servers.get(cell.database()), tools.apply(cell), options, progress).play();
        progress.disturbed(report);
        return report;
    }
}
