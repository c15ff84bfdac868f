package dev.stairway.report;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A document of any size: two databases, two scenarios, every tenth migration broken. */
public final class Large {

    private static final String CHANGELOG = "db.changelog-master";
    private static final List<String> DATABASES = List.of("sqlite", "postgresql");

    private Large() {}

    public static Metrics document(int migrations) {
        List<Metrics.Migration> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int n = 1; n <= migrations; n++) {
            entries.add(migration(n));
            if (broken(n)) {
                findings.add(finding(n));
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (String database : DATABASES) {
            for (String scenario : List.of("empty", "sample")) {
                cells.add(cell(database, scenario, migrations));
            }
        }
        return new Metrics(
                "1.0",
                new Metrics.Run("2026-11-21T09:30:00Z", 90_000, "verify", 7, "a:b:1", "Large", Map.of("java", "17")),
                List.of(new Metrics.Changelog(
                        CHANGELOG, "liquibase", "4.33.0", "shipped", "db/changelog.xml", entries)),
                List.of(database("sqlite", "3.54.1"), database("postgresql", "18")),
                cells,
                findings,
                new Metrics.Gate(true, List.of(findings.size() + " errors")));
    }

    public static boolean broken(int number) {
        return number % 10 == 0;
    }

    public static String name(int number) {
        return String.format("%04d-add-some-column-to-orders", number);
    }

    private static String id(int number) {
        return "db/changelog/" + name(number) + ".xml::" + name(number) + "::mia";
    }

    private static Metrics.Migration migration(int n) {
        return new Metrics.Migration(
                id(n),
                name(n),
                "mia",
                "db/changelog/" + name(n) + ".xml",
                5,
                "addColumn tableName=orders",
                "9:36474cf26a638d2a7e9d72536bba6c97",
                "AUTOMATIC");
    }

    private static Metrics.DatabaseEntry database(String product, String version) {
        return new Metrics.DatabaseEntry(product, product, version, "embedded", version, "42.7.14", null);
    }

    private static Cell cell(String database, String scenario, int migrations) {
        List<Step> steps = new ArrayList<>();
        for (int n = 1; n <= migrations; n++) {
            steps.add(step(n, database));
        }
        return new Cell(
                CHANGELOG + "/" + database + "/" + scenario,
                CHANGELOG,
                database,
                scenario,
                200,
                "FAILED",
                "",
                20_000,
                9_000,
                8_000,
                2_000,
                1_000,
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef",
                steps,
                new Cell.Descent("PASSED", "", null, migrations, 900, 5_000),
                Map.of(),
                List.of());
    }

    private static Step step(int n, String database) {
        String table = database.equals("postgresql") ? "public.orders" : "orders";
        String column = table + ".note_" + n;
        return new Step(
                id(n),
                broken(n) ? "ROLLBACK_INCOMPLETE" : "REVERSIBLE",
                broken(n) ? "column " + column + " is left behind" : "",
                3.0 + n % 7,
                2.0 + n % 5,
                3.5,
                0.8,
                1_200,
                List.of(new Step.SchemaChange("column " + column, "added", "", null, null)),
                List.of(),
                List.of(new Step.Statement("ALTER TABLE " + table + " ADD note_" + n + " VARCHAR(255)", 2.5)),
                List.of(new Step.Statement("ALTER TABLE " + table + " DROP COLUMN note_" + n, 1.5)),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Finding finding(int n) {
        return new Finding(
                "rollback-incomplete",
                "ERROR",
                CHANGELOG,
                id(n),
                "",
                "",
                "db/changelog/" + name(n) + ".xml",
                5,
                "The rollback of " + name(n) + " leaves a column behind.",
                List.of("column orders.note_" + n + ": missing before, present after the rollback"),
                "Drop the column in the rollback.",
                null);
    }
}
