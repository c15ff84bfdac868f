package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.DataCheck;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares the databases of each changelog and scenario. */
public final class CrossRun {

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, CrossTools> tools;
    private final CrossOptions options;
    private final CrossProgress progress;

    /** @param servers running servers by request; the caller closes them */
    public CrossRun(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, CrossTools> tools,
            CrossOptions options,
            CrossProgress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reports in the order of the cells.
     *
     * @throws SQLException when a database cannot be looked at
     */
    public List<CrossReport> compare(List<Cell> cells) throws SQLException, InterruptedException {
        List<CrossReport> reports = new ArrayList<>();
        for (CrossGroup group : CrossGroup.of(cells)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while " + group.first().changelogId() + " was to be compared");
            }
            CrossReport report = compare(group);
            progress.compared(report);
            reports.add(report);
        }
        return reports;
    }

    private CrossReport compare(CrossGroup group) throws SQLException {
        Cell first = group.first();
        CrossTools here = tools.apply(first);
        List<Lane> lanes = new ArrayList<>();
        try {
            List<String> notCompared = open(group, here, lanes);
            progress.comparing(first, lanes.stream().map(Lane::id).toList());
            try (DataCheck data = here.data().open(first, Lane.migrations(lanes), options.seed())) {
                return new CrossWalk(first, lanes, options, here, data, total -> progress.compared(first, total))
                        .walk(notCompared);
            }
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    /** Opens what can be compared; returns what cannot. */
    private List<String> open(CrossGroup group, CrossTools here, List<Lane> lanes) {
        List<String> notCompared = new ArrayList<>();
        for (Cell cell : group.cells()) {
            DatabaseServer server = servers.get(cell.database());
            Database database = server.fresh("cross-" + lanes.size());
            if (database instanceof JdbcDatabase jdbc) {
                lanes.add(lane(server, jdbc, here.engine(), cell, here));
            } else {
                database.close();
                notCompared.add(cell.database() + ": it has keys instead of tables, which nothing else here has");
            }
        }
        return notCompared;
    }

    private static Lane lane(DatabaseServer server, JdbcDatabase database, Engine engine, Cell cell, CrossTools tools) {
        EngineRun run = null;
        try {
            run = engine.open(cell.source(), database);
            return new Lane(server, database, run, tools.readers().apply(database));
        } finally {
            if (run == null) {
                database.close();
            }
        }
    }
}
