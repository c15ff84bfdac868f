package dev.stairway.run;

import dev.stairway.data.Fillers;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.finding.Severity;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.sqlite.SqliteFingerprinter;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks cases and keeps what was said of each; those that can share a database share one walk. */
final class CaseWalks {

    private final Map<String, CaseResult> results = new HashMap<>();
    private final Toolbox.Fingerprinting fingerprinting;

    CaseWalks() {
        this(CaseWalks::fingerprinter);
    }

    /** @param fingerprinting how the walks look at databases */
    CaseWalks(Toolbox.Fingerprinting fingerprinting) {
        this.fingerprinting = fingerprinting;
    }

    /**
     * What the walk said of the case.
     *
     * @param all the cases of its product
     * @param release 0 where the product has but one
     */
    CaseResult of(SqlCase planted, List<SqlCase> all, int release) {
        String key = planted.product() + release + planted;
        if (!results.containsKey(key)) {
            List<SqlCase> together = planted.alone() || !planted.product().equals("postgresql")
                    ? List.of(planted)
                    : all.stream()
                            .filter(other -> shares(planted, other, release))
                            .toList();
            CellReport report = walk(together, release);
            for (SqlCase each : together) {
                results.put(each.product() + release + each, result(report, each));
            }
        }
        return results.get(key);
    }

    /** What a walk says in which there is no other case. */
    CaseResult alone(SqlCase planted, int release) {
        return result(walk(List.of(planted), release), planted);
    }

    /** What a walk on this server says. */
    CaseResult on(DatabaseServer server, SqlCase planted) {
        Path root = write(new CaseChangelog(false).of(List.of(planted)));
        try {
            return result(walk(List.of(planted), server, root), planted);
        } finally {
            clear(root);
        }
    }

    private static CaseResult result(CellReport report, SqlCase planted) {
        String baseMissing = baseMissing(report);
        return baseMissing.isEmpty()
                ? CaseResult.of(report, planted)
                : new CaseResult("the base is not there: " + baseMissing, List.of());
    }

    /** What stopped the base, without which nothing that is said of any case means anything; else empty. */
    private static String baseMissing(CellReport report) {
        return report.findings().stream()
                .filter(finding -> finding.migration() == null
                        || finding.migration().name().equals("base"))
                .filter(finding -> finding.rule().severity() == Severity.ERROR)
                .map(finding -> finding.title() + ": " + finding.evidence())
                .findFirst()
                .orElse(report.notRun());
    }

    private static boolean shares(SqlCase planted, SqlCase other, int release) {
        return other.group().equals(planted.group())
                && other.rows() == planted.rows()
                && !other.alone()
                && other.runsOn(release);
    }

    private CellReport walk(List<SqlCase> cases, int release) {
        String product = cases.get(0).product();
        DatabaseServer server = server(product, release);
        Path root = write(new CaseChangelog(product.equals("postgresql")).of(cases));
        try {
            return walk(cases, server, root);
        } finally {
            clear(root);
            if (CaseLeftovers.in(cases)) {
                CaseLeftovers.clear(server, cases);
            }
        }
    }

    private static DatabaseServer server(String product, int release) {
        return switch (product) {
            case "postgresql" -> TestServers.postgres(release);
            case "sqlite" -> TestServers.sqlite();
            case "h2" -> TestServers.h2();
            case "mariadb" -> TestServers.mariadb();
            default -> throw new IllegalArgumentException(product);
        };
    }

    private CellReport walk(List<SqlCase> cases, DatabaseServer server, Path root) {
        SqlCase first = cases.get(0);
        ChangelogSource source =
                new ChangelogSource("changelog.json", List.of(root), getClass().getClassLoader(), Map.of(), "", "");
        Cell cell = new Cell(
                first.group(),
                "liquibase",
                source,
                new DatabaseRequest(server.id().product(), server.id().version()),
                first.rows() == 0 ? Scenario.of("empty", 0) : Scenario.of("sample", first.rows()));
        Toolbox tools = new Toolbox(
                new LiquibaseEngine(), fingerprinting, (database, seed) -> Fillers.open(database, seed, List.of()));
        // What is left of a defect would stop the way from head to base.
        boolean descent = cases.stream().allMatch(SqlCase::correct);
        WalkOptions options = new WalkOptions(1, List.of(), List.of(), cases.size(), descent, 0);
        return new Stairway(cell, server, tools, options, Progress.SILENT).walk();
    }

    /** SQLite's fast readings are checked by whole ones, and PostgreSQL's with {@code -Dstairway.test.paranoid=true}. */
    private static Fingerprinter fingerprinter(Database database, Set<String> bookkeepingTables) {
        Fingerprinter usual = Fingerprinters.open(database, bookkeepingTables);
        if (database.id().product().equals("sqlite")) {
            // A small file is compared page by page; what a large one gets is what may miss something.
            return Fingerprinters.checked(
                    SqliteFingerprinter.watching((JdbcDatabase) database, bookkeepingTables), usual);
        }
        return Boolean.getBoolean("stairway.test.paranoid")
                ? Fingerprinters.checked(usual, Fingerprinters.open(database, bookkeepingTables))
                : usual;
    }

    private static Path write(String changelog) {
        try {
            Path root = Files.createTempDirectory("cases");
            Files.writeString(root.resolve("changelog.json"), changelog);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path root) {
        try {
            Files.delete(root.resolve("changelog.json"));
            Files.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
