package dev.stairway.compare.cross;

import dev.stairway.catalog.LogicalReaders;
import dev.stairway.compare.behaviour.DataCheck;
import dev.stairway.compare.behaviour.JdbcProbe;
import dev.stairway.compare.behaviour.SameRows;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.WalkOptions.Exclusion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comparisons of Liquibase changelogs for tests. */
public final class Crossing {

    private Crossing() {}

    /** Schemas only. */
    public static CrossReport schemas(Path root, String changelog, List<DatabaseServer> servers) throws Exception {
        return of(root, changelog, 0, servers);
    }

    /** @param rows of every table; 0 to compare nothing but schemas */
    public static CrossReport of(Path root, String changelog, int rows, List<DatabaseServer> servers) throws Exception {
        ChangelogSource source =
                new ChangelogSource(changelog, List.of(root), Crossing.class.getClassLoader(), Map.of(), "", "");
        return of(source, List.of(), rows, servers);
    }

    /** The same without the migrations that are left out. */
    public static CrossReport of(
            ChangelogSource source, List<Exclusion> leftOut, int rows, List<DatabaseServer> servers) throws Exception {
        Map<DatabaseRequest, DatabaseServer> started = new LinkedHashMap<>();
        List<Cell> cells = new ArrayList<>();
        for (DatabaseServer server : servers) {
            DatabaseRequest request = DatabaseRequest.parse(
                    server.id().product() + ":" + server.id().version());
            started.put(request, server);
            cells.add(new Cell("db", "liquibase", source, request, Scenario.of("sample", rows)));
        }
        try (Engine engine = new LiquibaseEngine()) {
            CrossTools tools = new CrossTools(
                    engine,
                    LogicalReaders::of,
                    (cell, migrations, seed) -> rows == 0 ? DataCheck.NONE : new SameRows(rows, seed),
                    new JdbcProbe());
            CrossOptions options = new CrossOptions(1, leftOut, List.of(), rows > 0);
            return new CrossRun(started, cell -> tools, options, CrossProgress.SILENT)
                    .compare(cells)
                    .get(0);
        }
    }
}
