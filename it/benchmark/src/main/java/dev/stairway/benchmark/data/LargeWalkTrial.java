package dev.stairway.benchmark.data;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.CellReport;
import dev.stairway.run.Stairway;
import dev.stairway.run.Toolbox;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.ProgressLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The walk of goal {@code data-test}: two tables of so many generated rows, with migrations of large and of small ones. */
final class LargeWalkTrial implements DataTrial {

    private static final String FILE = "changelog.sql";

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --changeset benchmark:customers
            create table customers (id bigint primary key, name varchar(60) not null, email varchar(80), born date);
            --rollback drop table customers;
            --changeset benchmark:add-column
            alter table customers add column loyal int default 0 not null;
            --rollback alter table customers drop column loyal;
            --changeset benchmark:index
            create index customers_name on customers (name);
            --rollback drop index customers_name;
            --changeset benchmark:rewrite-all
            update customers set loyal = ~loyal;
            --rollback update customers set loyal = ~loyal;
            --changeset benchmark:view
            create view loyal_customers as select * from customers where loyal > 0;
            --rollback drop view loyal_customers;
            """;

    private final DatabaseServer server;
    private final String product;
    private final DataSettings settings;

    LargeWalkTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.product = server.id().product();
        this.settings = settings;
    }

    @Override
    public String name() {
        return "large-walk/" + product;
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        Path directory = Files.createDirectories(settings.work().resolve("large-walk-" + product));
        Files.writeString(directory.resolve(FILE), CHANGELOG);
        ChangelogSource source =
                new ChangelogSource(FILE, List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        Cell cell = new Cell(
                "large",
                "liquibase",
                source,
                new DatabaseRequest(product, server.id().version()),
                Scenario.of(Scenario.LARGE, settings.rows()));
        Toolbox tools = new Toolbox(
                new LiquibaseEngine(),
                Fingerprinters::open,
                (database, seed) -> Fillers.open(database, seed, List.of()));
        WalkOptions options = new WalkOptions(1, List.of(), List.of(), 0, false, 0);
        Map<String, Double> figures = new HashMap<>();
        Spent spent = Spent.on(() -> {
            CellReport report =
                    new Stairway(cell, server, tools, options, new ProgressLines(System.out::println)).walk();
            note(report, figures);
            return report;
        });
        figures.put("walkMillis", spent.wallMillis());
        figures.put("clientMillis", spent.clientMillis());
        figures.put("peakHeapMegabytes", spent.peakHeapMegabytes());
        return figures;
    }

    private void note(CellReport report, Map<String, Double> figures) {
        if (!report.passed()) {
            throw new IllegalStateException("The walk did not pass: " + report.notRun() + report.findings());
        }
        figures.put("dataMillis", report.dataNanos() / 1e6);
        report.steps().forEach(step -> {
            String name = step.migration().name();
            figures.put("check." + name + "Millis", step.checkNanos() / 1e6);
            figures.put("up." + name + "Millis", step.up().millis());
        });
    }

    @Override
    public List<Limit> limits() {
        return List.of(new Limit("peakHeapMegabytes", "peak heap, MB", 512, false));
    }

    @Override
    public void close() {
        // Every walk closes what it opened.
    }
}
