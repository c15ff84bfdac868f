package dev.stairway.report.view;

import static dev.stairway.report.view.Documents.cell;
import static dev.stairway.report.view.Documents.finding;
import static dev.stairway.report.view.Documents.notRun;
import static dev.stairway.report.view.Documents.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.report.Golden;
import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsViewTest {

    @Test
    void aCleanRunSaysSoInOneLine() {
        MetricsView view = view(Documents.of(List.of("a"), List.of(cell("sqlite", "empty", step("a", "REVERSIBLE")))));

        assertThat(view.banner().headline()).isEqualTo("Every migration goes up, down and up again");
        assertThat(view.banner().css()).isEqualTo("t-ok");
        assertThat(view.notChecked().isEmpty()).isTrue();
    }

    @Test
    void aPassingRunThatLeftSomethingOutDoesNotClaimEverything() {
        MetricsView view = view(Documents.of(
                List.of("a", "b"),
                List.of(cell("sqlite", "empty", step("a", "REVERSIBLE"), step("b", "NOT_COVERED", "no", List.of())))));

        assertThat(view.banner().headline()).isEqualTo("Nothing wrong in what was checked");
        assertThat(view.banner().unchecked()).isEqualTo("1 migration");
        assertThat(tile(view, "Not checked").css()).isEqualTo("t-off");
    }

    @Test
    void findingsThatDoNotFailTheBuildAreStillInTheHeadline() {
        MetricsView view = view(Documents.of(
                List.of("a"),
                List.of(cell("sqlite", "empty", step("a", "REVERSIBLE"))),
                finding("odd", "WARNING", "a", null),
                finding("known", "ERROR", "a", "accepted")));

        assertThat(view.banner().headline()).isEqualTo("The build passes with 1 finding");
    }

    @Test
    void findingsAreWorstFirstAndTheWaivedLast() {
        MetricsView view = view(Documents.of(
                List.of("a"),
                List.of(),
                finding("note", "INFO", "a", null),
                finding("waived", "ERROR", "a", "accepted"),
                finding("odd", "WARNING", "", null),
                finding("bad", "ERROR", "a", null)));

        assertThat(view.findings()).extracting(FindingView::rule).containsExactly("bad", "odd", "note", "waived");
        assertThat(view.findings())
                .extracting(FindingView::badge)
                .containsExactly("error", "warning", "info", "waived");
        assertThat(view.findings().get(0).migration().href()).isEqualTo("#migration-a");
        assertThat(view.findings().get(1).migration()).isNull();
        assertThat(view.findings().get(0).position()).isEqualTo("c.xml:3");
    }

    @Test
    void theGridHasACellForEveryMigrationEvenWhereNothingRan() {
        MetricsView view = view(Documents.of(
                List.of("a", "b"),
                List.of(
                        cell("postgresql", "empty", step("a", "REVERSIBLE"), step("b", "ROLLBACK_FAILS")),
                        cell("postgresql", "sample", step("a", "REVERSIBLE")),
                        notRun("sqlite", "empty", "no driver"))));
        GridView grid = view.grids().get(0);

        assertThat(grid.heads()).extracting(GridView.Head::label).containsExactly("PostgreSQL 1", "SQLite 1");
        assertThat(grid.heads()).extracting(GridView.Head::span).containsExactly(2, 1);
        assertThat(grid.columns().get(2).note()).isEqualTo("no driver");
        assertThat(grid.rows().get(0).marks())
                .extracting(GridView.Mark::text)
                .containsExactly("✓ reversible", "✓ reversible", "– not run");
        assertThat(grid.rows().get(1).marks())
                .extracting(GridView.Mark::text)
                .containsExactly("✕ rollback fails", "– not run", "– not run");
        assertThat(grid.rows()).extracting(GridView.Row::group).containsExactly("fine", "problem");
    }

    @Test
    void aMigrationThatOneDatabaseLeftOutCountsAsReversibleWhereCovered() {
        MetricsView view = view(Documents.of(
                List.of("a"),
                List.of(
                        cell("postgresql", "empty", step("a", "REVERSIBLE")),
                        cell("sqlite", "empty", step("a", "NOT_COVERED", "dbms", List.of())))));

        assertThat(view.migrations().get(0).verdict()).isEqualTo("✓ reversible where covered");
        assertThat(view.migrations().get(0).group()).isEqualTo("unchecked");
        assertThat(view.shares()).extracting(Share::outcome).containsExactly(Outcome.REVERSIBLE);
    }

    @Test
    void aVerdictOfANewerVersionIsShownAndCountedAsUnchecked() {
        MetricsView view = view(Documents.of(List.of("a"), List.of(cell("sqlite", "empty", step("a", "LEVITATES")))));

        assertThat(view.grids().get(0).rows().get(0).marks().get(0).text()).isEqualTo("? unknown verdict");
        assertThat(view.notChecked().migrationCount()).isEqualTo(1);
    }

    @Test
    void fixturesAreListedWithTheirRowsAndWithWhatKeptThemOut() {
        List<FixtureRow> fixtures =
                MetricsView.of(MetricsReader.read(Golden.file())).run().fixtures();

        assertThat(fixtures).extracting(FixtureRow::result).containsExactly("loaded", "not loaded");
        assertThat(fixtures.get(0).rows()).isEqualTo("100 rows into public.books");
        assertThat(fixtures.get(0).note()).startsWith("after ");
        assertThat(fixtures.get(1).note()).contains("refuses a row");
    }

    @Test
    void whatWasNotCheckedIsListedByReasonWithEveryPlace() {
        Cell filled = new Cell(
                "c/sqlite/sample",
                "c",
                "sqlite",
                "sample",
                10,
                "PASSED",
                "",
                1,
                1,
                1,
                1,
                1,
                "",
                "",
                List.of(step("a", "NOT_COVERED", "custom", List.of()), step("b", "NOT_COVERED", "custom", List.of())),
                new Cell.Descent("NOT_RUN", "head not reached", null, 0, 0, 0),
                Map.of("orders", "its CHECK could not be satisfied"),
                List.of());
        NotChecked open = view(Documents.of(
                        List.of("a", "b"), List.of(filled, notRun("postgresql", "empty", "no space left"))))
                .notChecked();

        assertThat(open.summary()).isEqualTo("1 cell, 2 migrations, 1 table, 1 descent");
        assertThat(open.migrations()).hasSize(1);
        assertThat(open.migrations().get(0).migrations())
                .extracting(MigrationLink::label)
                .containsExactly("a", "b");
        assertThat(open.tables().get(0).reason()).isEqualTo("its CHECK could not be satisfied");
        assertThat(open.cells().get(0).reason()).isEqualTo("no space left");
    }

    @Test
    void whatNoRunComparesIsToldOfEachProductAndKeepsNoRunFromBeingComplete() {
        NotChecked open = view(Documents.of(
                        List.of("a"),
                        List.of(
                                cell("sqlite", "empty", step("a", "REVERSIBLE")),
                                cell("sqlite", "sample", step("a", "REVERSIBLE")),
                                cell("postgresql", "empty", step("a", "REVERSIBLE")))))
                .notChecked();

        assertThat(open.isEmpty()).isTrue();
        assertThat(open.limits())
                .extracting(NotChecked.Line::what, NotChecked.Line::where, NotChecked.Line::reason)
                .containsExactlyInAnyOrder(
                        tuple("x of sqlite", "SQLite", "why"), tuple("x of postgresql", "PostgreSQL", "why"));
    }

    @Test
    void equalStatementsOfSeveralCellsAreToldOnce() {
        MetricsView view = view(Documents.of(
                List.of("a"),
                List.of(
                        cell("postgresql", "empty", step("a", "REVERSIBLE", "", List.of(), "create table p")),
                        cell("postgresql", "sample", step("a", "REVERSIBLE", "", List.of(), "create table p")),
                        cell("sqlite", "empty", step("a", "REVERSIBLE", "", List.of(), "create table s")))));

        assertThat(view.migrations().get(0).sql())
                .extracting(MigrationView.SqlGroup::title)
                .containsExactly("Up, PostgreSQL 1", "Up, SQLite 1 · empty");
    }

    @Test
    void lossesSayHowManyAndWhetherTheyWereDeclared() {
        List<Step.DataLoss> losses =
                List.of(new Step.DataLoss("t", "c", 1, true, true), new Step.DataLoss("t", "", 5, false, false));
        MetricsView view = view(Documents.of(
                List.of("a"), List.of(cell("sqlite", "sample", step("a", "REVERSIBLE_WITH_DATA_LOSS", "", losses)))));

        assertThat(view.migrations().get(0).losses())
                .extracting(MigrationView.Loss::what, MigrationView.Loss::rows, MigrationView.Loss::declared)
                .containsExactly(
                        tuple("t.c", "1 value", "declared in the pom"), tuple("t", "up to 5 rows", "not declared"));
    }

    @Test
    void namesThatGiveTheSameAnchorAreToldApart() {
        MetricsView view = view(Documents.of(List.of("Add A!", "add-a", "<>", "é"), List.of()));

        assertThat(view.migrations())
                .extracting(MigrationView::slug)
                .containsExactly("migration-add-a", "migration-add-a-2", "migration", "migration-2");
    }

    @Test
    void aChartDrawsTheSlowestAndSaysSo() {
        List<String> names = IntStream.range(0, 30).mapToObj(n -> "m" + n).toList();
        Step[] steps = names.stream().map(name -> step(name, "REVERSIBLE")).toArray(Step[]::new);
        TimesView times = view(Documents.of(names, List.of(cell("sqlite", "empty", steps))))
                .times()
                .get(0);

        assertThat(times.chart().labels()).hasSize(20);
        assertThat(times.chart().shown()).isEqualTo("The 20 slowest of 30 migrations.");
        assertThat(times.rows()).hasSize(30);
    }

    @Test
    void twoDatabasesOfOneProductAreToldApartByTheirProvider() {
        Metrics metrics = new Metrics(
                "1.0",
                null,
                null,
                List.of(
                        new Metrics.DatabaseEntry("x", "postgresql", "18", "embedded", null, null, null),
                        new Metrics.DatabaseEntry("y", "postgresql", "18", "container", null, null, null)),
                null,
                null,
                null);

        assertThat(view(metrics).run().databases())
                .extracting(RunFacts.DatabaseRow::name)
                .containsExactly("PostgreSQL 18 (embedded)", "PostgreSQL 18 (container)");
        assertThat(view(metrics).run().databases().get(0).server()).isEqualTo("never started");
    }

    private static Tile tile(MetricsView view, String label) {
        return view.tiles().stream()
                .filter(tile -> tile.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anObjectThatCameShowsNoValuesAndAChangedAttributeShowsBoth() {
        List<Step.SchemaChange> changes = List.of(
                new Step.SchemaChange("index i", "added", "", "", ""),
                new Step.SchemaChange("index j", "removed", "", null, null),
                new Step.SchemaChange("column c", "changed", "default", null, "1"));
        Step step = new Step(
                "a",
                "REVERSIBLE",
                "",
                2.0,
                1.0,
                2.0,
                0.5,
                10,
                changes,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        MetricsView view = view(Documents.of(List.of("a"), List.of(cell("sqlite", "empty", step))));

        assertThat(view.migrations().get(0).schema().get(0).lines())
                .extracting(MigrationView.ChangeLine::values)
                .containsExactly("", "", "nothing → 1");
    }

    private static MetricsView view(Metrics metrics) {
        return MetricsView.of(metrics);
    }
}
