package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import dev.stairway.safety.SafetyOptions;
import dev.stairway.secret.Mask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal safety, from a changelog to what its document says. */
class SafetySuiteTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final Path DEMO =
            Path.of(System.getProperty("basedir", "."), "..", "it", "src", "demo", "shop", "src", "main", "resources");

    @TempDir
    private Path directory;

    private Since since = Since.NEVER;

    /** It is made to be walked by every database with little data; what a large one would feel is told, and nothing else. */
    @Test
    void theDemoHasTheDangersOfAProjectThatNeverReadForThem() {
        MetricsDocument document = judged(
                "liquibase", "db/changelog/db.changelog-master.xml", DEMO, "postgresql:14", "postgresql:18", "sqlite");

        assertThat(document.findings().stream()
                        .filter(finding -> !finding.severity().equals("INFO"))
                        .map(finding -> finding.file().replaceFirst(".*/", "") + " " + finding.rule())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "1.2-index-names.sql add-unique-existing",
                        "1.2-index-names.sql index-not-concurrent",
                        "1.2-index-names.sql drop-index-not-concurrent",
                        "1.2-prices.xml check-no-not-valid",
                        "1.2-prices.xml ddl-plus-dml-one-tx",
                        "1.2-prices.xml drop-column",
                        "1.2-prices.xml expand-contract-order",
                        "1.3-stock.sql index-not-concurrent",
                        "1.4-search.sql index-not-concurrent",
                        "1.4-cleanup.xml drop-column",
                        "1.4-cleanup.xml shape-only-rollback");
        assertThat(document.safety().changelogs())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.statements()).isGreaterThan(10))
                .allSatisfy(entry -> assertThat(entry.notCovered()).isEmpty());
    }

    @Test
    void aDangerIsFoundWithItsPlaceAndFailsTheBuild() throws Exception {
        changelog("alter table item drop column note;");

        MetricsDocument document = judged("postgresql:18");

        assertThat(document.findings())
                .filteredOn(finding -> finding.rule().equals("drop-column"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.migration()).isEqualTo("two.sql::2::mia");
                    assertThat(finding.file()).isEqualTo("two.sql");
                    assertThat(finding.line()).isEqualTo(3);
                    assertThat(finding.column()).isPositive();
                    assertThat(finding.observed()).isEqualTo("UNPROVEN");
                    assertThat(finding.title()).contains("note");
                });
        assertThat(document.gate().failed()).isTrue();
    }

    @Test
    void aWaiverWithItsReasonLetsItThroughUntilItEnds() throws Exception {
        changelog("-- stairway: waive drop-column: copied to item_note in 1.3 (by mia, until 2026-11-22)\n"
                + "alter table item drop column note;");
        Finding waived = only(judged("postgresql:18"), "drop-column");
        assertThat(waived.waiver()).isEqualTo("copied to item_note in 1.3 (mia, until 2026-11-22)");

        changelog("-- stairway: waive drop-column: copied to item_note in 1.3 (by mia, until 2026-11-21)\n"
                + "alter table item drop column note;");
        MetricsDocument late = judged("postgresql:18");
        assertThat(only(late, "drop-column").waiver()).isNull();
        assertThat(only(late, "waiver-expired").title()).contains("2026-11-21");
    }

    @Test
    void aWaiverThatWaivesNothingOrNoRuleIsTold() throws Exception {
        changelog("-- stairway: waive drop-columm: a typing error\n"
                + "-- stairway: waive drop-table: nothing is dropped\n"
                + "-- stairway: waive drop-column\n"
                + "alter table item drop column note;");

        MetricsDocument document = judged("postgresql:18");

        assertThat(only(document, "waiver-unknown").line()).isEqualTo(3);
        assertThat(only(document, "waiver-unused").line()).isEqualTo(4);
        assertThat(only(document, "waiver-without-reason").line()).isEqualTo(5);
        assertThat(only(document, "drop-column").waiver()).isNull();
    }

    @Test
    void whatARunHasSeenOfTheSameMigrationConfirmsIt() throws Exception {
        changelog("create index item_note_idx on item (note);");
        MetricsDocument before = judged("postgresql:18");
        String checksum = before.changelogs().get(0).migrations().get(1).checksum();
        run(checksum, "ShareLock", "[\"WRITES\", \"DDL\"]");

        Finding confirmed = only(judged("postgresql:18"), "index-not-concurrent");
        assertThat(confirmed.observed()).isEqualTo("CONFIRMED");
        assertThat(confirmed.evidence()).anyMatch(line -> line.contains("ShareLock on public.item for 12.5 ms"));

        run(checksum, "ShareUpdateExclusiveLock", "[\"DDL\"]");
        assertThat(only(judged("postgresql:18"), "index-not-concurrent").observed())
                .isEqualTo("REFUTED");

        run("9:another", "ShareLock", "[\"WRITES\", \"DDL\"]");
        assertThat(only(judged("postgresql:18"), "index-not-concurrent").observed())
                .isEqualTo("UNPROVEN");
    }

    @Test
    void whatNoRunHasLookedForIsNotRefutedAndAnotherLossConfirmsNothing() throws Exception {
        changelog("alter table item rename column note to remark;");
        String checksum =
                judged("postgresql:18").changelogs().get(0).migrations().get(1).checksum();
        walked(checksum, "");
        assertThat(only(judged("postgresql:18"), "rename-column").observed()).isNotEqualTo("REFUTED");

        changelog("alter table item drop column note;");
        String dropped =
                judged("postgresql:18").changelogs().get(0).migrations().get(1).checksum();
        walked(dropped, "{\"table\": \"public.other\", \"column\": \"\", \"rows\": 7}");
        assertThat(only(judged("postgresql:18"), "drop-column").observed()).isEqualTo("UNPROVEN");
        walked(dropped, "{\"table\": \"public.item\", \"column\": \"other\", \"rows\": 7}");
        assertThat(only(judged("postgresql:18"), "drop-column").observed()).isEqualTo("UNPROVEN");
        walked(dropped, "{\"table\": \"public.item\", \"column\": \"note\", \"rows\": 7}");
        assertThat(only(judged("postgresql:18"), "drop-column").observed()).isEqualTo("CONFIRMED");
    }

    /** A walk of the goal test on one version. */
    private void walked(String checksum, String loss) throws Exception {
        Path test = Files.createDirectories(directory.resolve("runs/test"));
        Files.writeString(test.resolve("metrics.json"), """
                {"formatVersion": "1.0", "run": {"goal": "test"},
                 "changelogs": [{"id": "shop", "migrations": [{"id": "two.sql::2::mia", "checksum": "%s"}]}],
                 "cells": [{"changelog": "shop", "database": "postgresql-18-embedded", "scenario": "typical",
                   "steps": [{"migration": "two.sql::2::mia", "upMillis": 1.5, "rowsBefore": 100, "dataLoss": [%s]}]}]}
                """.formatted(checksum, loss));
    }

    private void run(String checksum, String mode, String blocks) throws Exception {
        Path perf = Files.createDirectories(directory.resolve("runs/perf"));
        Files.writeString(perf.resolve("metrics.json"), """
                {"formatVersion": "1.0", "run": {"goal": "perf"},
                 "changelogs": [{"id": "shop", "migrations": [{"id": "two.sql::2::mia", "checksum": "%s"}]}],
                 "performance": {"cells": [{"id": "c", "changelog": "shop", "database": "postgresql-18-embedded", "rows": 10000,
                   "steps": [{"migration": "two.sql::2::mia", "up": {"millis": [12.5], "statements": [
                     {"sql": "create index", "millis": 12.5, "locks": [
                       {"relation": "public.item", "mode": "%s", "heldMillis": 12.5, "blocks": %s}]}]}}]}]}}
                """.formatted(checksum, mode, blocks));
    }

    private static Finding only(MetricsDocument document, String rule) {
        List<Finding> found = document.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).as("%s in %s", rule, document.findings()).hasSize(1);
        return found.get(0);
    }

    /** A table in one release, and this in the next. */
    private void changelog(String second) throws Exception {
        Files.writeString(directory.resolve("one.sql"), """
                --liquibase formatted sql
                --changeset mia:1
                create table item (id bigint primary key, note text);
                --rollback drop table item;
                """);
        Files.writeString(
                directory.resolve("two.sql"),
                "--liquibase formatted sql\n--changeset mia:2\n" + second + "\n--rollback select 1;\n");
        Files.writeString(directory.resolve("changelog.xml"), """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <include file="one.sql"/>
                  <include file="two.sql"/>
                </databaseChangeLog>
                """);
    }

    @Test
    void withoutARepositoryNothingIsReleasedAndTheReportSaysWhy() throws Exception {
        changelog("alter table item drop column note;");
        since = new Since("origin/main", null, directory);

        assertThatThrownBy(() -> judged("postgresql:18"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The project is in no git repository");
        assertThat(directory.resolve("out/report/index.html"))
                .content()
                .contains("The project is in no git repository");
    }

    private MetricsDocument judged(String... databases) {
        return judged("liquibase", "changelog.xml", directory, databases);
    }

    private MetricsDocument judged(String engine, String location, Path root, String... databases) {
        ChangelogSource source =
                new ChangelogSource(location, List.of(root), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "safety",
                List.of(new NamedChangelog("shop", engine, source)),
                Stream.of(databases).map(DatabaseRequest::parse).toList(),
                List.of(),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "a",
                Map.of());
        SafetyOptions safety = new SafetyOptions(List.of(), Map.of(), directory.resolve("runs"));
        return new SafetySuite(options, safety, Engines.all(), new ProgressLines(line -> {}), NOW, Mask.NONE)
                .since(since)
                .run()
                .document();
    }
}
