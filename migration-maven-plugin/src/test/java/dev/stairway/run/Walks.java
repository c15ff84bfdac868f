package dev.stairway.run;

import dev.stairway.data.Fillers;
import dev.stairway.data.fixture.Fixture;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.judge.ExpectedLoss;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.ReleaseName;
import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.run.WalkOptions.Exclusion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Walks a formatted SQL changelog given as text on a real database. */
public final class Walks {

    /** Migration 1 of every planted case: two tables with a foreign key. */
    static final String BASE = """
            --liquibase formatted sql
            --changeset ann:base
            create table users (id int primary key, name varchar(50) not null, note varchar(100));
            create table orders (id int primary key, user_id int not null references users (id));
            --rollback drop table orders;
            --rollback drop table users;
            """;

    private final Path directory;
    private DatabaseServer server;
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<ExpectedLoss> losses = new ArrayList<>();
    private Scenario scenario = Scenario.of("sample", 20);
    private final List<Fixture> fixtures = new ArrayList<>();
    private Toolbox.Fingerprinting fingerprinters = Fingerprinters::open;
    private boolean descent;
    private StateRules rules = StateRules.NONE;
    private TimeLimits limits = TimeLimits.NONE;

    private Walks(Path directory, DatabaseServer server) {
        this.directory = directory;
        this.server = server;
    }

    public static Walks on(String product, Path directory) {
        return new Walks(directory, product.equals("sqlite") ? TestServers.sqlite() : TestServers.postgres(18));
    }

    Walks empty() {
        scenario = Scenario.of("empty", 20);
        return this;
    }

    /** @param other makes of the real server another one */
    Walks servedBy(UnaryOperator<DatabaseServer> other) {
        server = other.apply(server);
        return this;
    }

    Walks large(int rows) {
        scenario = Scenario.of(Scenario.LARGE, rows);
        return this;
    }

    /** @param release found in the changelog that is walked */
    Walks departing(UpgradePath release) {
        scenario = Scenario.of(release, 20);
        return this;
    }

    Walks within(TimeLimits timeLimits) {
        limits = timeLimits;
        return this;
    }

    Walks fingerprintedBy(Toolbox.Fingerprinting other) {
        fingerprinters = other;
        return this;
    }

    Walks excluding(String migration, String reason) {
        exclusions.add(new Exclusion(migration, reason));
        return this;
    }

    Walks expecting(ExpectedLoss loss) {
        losses.add(loss);
        return this;
    }

    Walks ruledBy(StateRules stateRules) {
        rules = stateRules;
        return this;
    }

    Walks loading(Fixture fixture) {
        fixtures.add(fixture);
        return this;
    }

    Walks downToBase() {
        descent = true;
        return this;
    }

    /** @param migrations what follows {@link #BASE} */
    public CellReport walk(String migrations) {
        return new Stairway(cell(migrations), server, tools(), options(), Progress.SILENT).walk();
    }

    /** The same with idle processors to use. */
    CellReport walkInParts(String migrations, int processors) throws InterruptedException {
        Cell cell = cell(migrations);
        long count = migrations
                        .lines()
                        .filter(line -> line.startsWith("--changeset"))
                        .count()
                + 1;
        return new Matrix(Map.of(cell.database(), server), c -> tools(), c -> (int) count, options(), Progress.SILENT)
                .walk(List.of(cell), processors)
                .get(0);
    }

    private Toolbox tools() {
        return new Toolbox(
                new LiquibaseEngine(), fingerprinters, (database, seed) -> Fillers.open(database, seed, List.of()));
    }

    private WalkOptions options() {
        return new WalkOptions(
                1,
                exclusions,
                losses,
                0,
                descent,
                0,
                new WalkOptions.Rows(fixtures, null),
                new WalkOptions.Checks(0, false, limits, rules, false));
    }

    private Cell cell(String migrations) {
        try {
            Files.writeString(directory.resolve("changelog.sql"), BASE + migrations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        Cell cell = new Cell(
                "changelog",
                "liquibase",
                source,
                new DatabaseRequest(server.id().product(), server.id().version()),
                scenario);
        return scenario.path() == null
                ? cell
                : cell.from(ReleaseName.resolve(scenario.path(), new LiquibaseEngine().read(source)));
    }

    public static StepReport step(CellReport report, String name) {
        return report.steps().stream()
                .filter(s -> s.migration().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No step " + name + " in " + report));
    }

    /** Everything of one rule, as lines. */
    public static List<String> evidence(CellReport report, Rule rule) {
        return report.findings().stream()
                .filter(f -> f.rule() == rule)
                .flatMap(f -> f.evidence().stream())
                .toList();
    }
}
