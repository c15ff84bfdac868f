package dev.stairway.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Expensive;
import dev.stairway.report.Golden;
import dev.stairway.report.document.MetricsReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceViewTest {

    private static final String NARROW = "\u202f";

    private final MetricsView page = MetricsView.of(MetricsReader.read(Golden.performance()));
    private final PerformanceView view = page.performance();

    @Test
    void theHeadlineCountsAndNamesTheWorst() {
        assertThat(page.tiles().stream().map(tile -> tile.label() + ": " + tile.value() + ", " + tile.detail()))
                .containsExactly(
                        "Measured: 10, in 8 of 9 cells",
                        "Regressions: 5, of 38 figures",
                        "Worst downtime: 271 ms, 006-fulltext-search: writes of public.products, 10_000 rows"
                                .replace("_", NARROW),
                        "At 1_000_000 rows: 1 min 17 s, 006-fulltext-search, 46.10 s to 1 min 47 s".replace("_", NARROW),
                        "Time back: 117 ms, 7 migrations, PostgreSQL 18, 10_000 rows".replace("_", NARROW),
                        "Queries: 3, 1 fail");
    }

    @Test
    void regressionsComeFirstThoseThatCanFailTheBuildBeforeTheOthers() {
        assertThat(view.comparison().notable().stream().map(row -> row.verdict() + " " + row.gate()))
                .startsWith("▲ worse gated", "▲ worse gated", "▲ worse gated", "▲ worse gated", "▲ worse ", "▼ better ", "▼ better ");
        assertThat(view.comparison().notable().stream().map(CostComparison.Row::verdict))
                .contains("new", "gone", "not comparable", "too few samples")
                .doesNotContain("same");
        assertThat(view.comparison().same()).isEqualTo(23);
    }

    @Test
    void aTimeIsShownWithItsRangeItsRatioAndItsChance() {
        CostComparison.Row time = view.comparison().notable().get(1);

        assertThat(time.figure()).isEqualTo("up, time");
        assertThat(time.previous()).isEqualTo("56.9 ms");
        assertThat(time.previousRange()).isEqualTo("55.2 ms to 60.4 ms");
        assertThat(time.ratio()).isEqualTo("× 1.83");
        assertThat(time.limit()).isEqualTo("× 1.50");
        assertThat(time.chance()).isEqualTo("p = 0.008");
    }

    @Test
    void workHasNoChanceAndItsOwnUnit() {
        CostComparison.Row log = view.comparison().notable().get(2);

        assertThat(log.figure()).isEqualTo("up, log written (WAL)");
        assertThat(log.current()).isEqualTo("2.5 MiB");
        assertThat(log.chance()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsOneLineForEachMigrationAndDatabase() {
        assertThat(view.comparison().notable().stream()
                        .filter(row -> row.verdict().equals("new"))
                        .map(row -> row.where() + ": " + row.figure()))
                .containsExactly(
                        "PostgreSQL 18, 10_000 rows: up, time (and 2 figures more)".replace("_", NARROW),
                        "SQLite 3.54.1, 10_000 rows: up, time".replace("_", NARROW));
        assertThat(view.comparison().left()).isZero();
    }

    @Test
    void everyRegressionIsShownHoweverManyThereAre() {
        CostComparison comparison =
                MetricsView.of(Expensive.document(300)).performance().comparison();

        assertThat(comparison.regressions()).isEqualTo(240).isGreaterThan(CostComparison.SHOWN);
        assertThat(comparison.notable()).hasSize(240);
        assertThat(comparison.left()).isZero();
    }

    @Test
    void theWorstComesFirst() {
        assertThat(view.worst().stream().map(row -> row.migration().label() + ", " + row.where()))
                .startsWith(
                        "006-fulltext-search, PostgreSQL 18", "006-fulltext-search, SQLite 3.54.1", "004-price-in-cents, PostgreSQL 18");
        assertThat(view.worst()).hasSize(10);
        assertThat(view.others()).hasSize(8);
        CostRow worst = view.worst().get(0);
        assertThat(worst.grows()).isEqualTo("faster than the rows");
        assertThat(worst.locks()).isEqualTo("279 ms reads and writes of public.products");
        assertThat(worst.clients()).isEqualTo("271 ms writes of public.products");
    }

    @Test
    void theLimitIsDrawnThroughTheHistory() {
        HistoryView first = view.histories().get(0);

        assertThat(first.threshold()).isEqualTo("85.4 ms");
        assertThat(first.plot().lines()).anyMatch(Plot.Line::dashed);
        assertThat(first.plot().summary()).contains("9 runs").endsWith("the limit is 85.4 ms.");
        assertThat(first.rows()).hasSize(9);
        assertThat(first.plot().dots().get(8).css()).isEqualTo(Tone.BAD.css());
    }

    @Test
    void anAxisOfMemoryHasRoundTicks() {
        assertThat(view.histories().get(1).plot().upward().stream().map(Plot.Tick::text))
                .containsExactly("0", "1 MiB", "2 MiB", "3 MiB");
    }

    @Test
    void growthIsToldInASentenceAndDrawnWithItsForecast() {
        CostDetail index = detail("003-index-orders-customer", "PostgreSQL 18");

        assertThat(index.growth().get(0)).startsWith("Up grows with the rows: 0 rows 4.0 ms, ");
        assertThat(index.growth().get(1)).startsWith("Down takes the same for any number of rows: ");
        assertThat(index.plots().get(0).dots()).hasSize(8);
        assertThat(index.plots().get(0).spans()).hasSize(2);
        assertThat(index.plots().get(0).across().stream().map(Plot.Tick::text))
                .containsExactly("0", "1" + NARROW + "000", "10" + NARROW + "000", "1" + NARROW + "000" + NARROW + "000");
    }

    @Test
    void nothingIsDrawnWhereTheRowsDoNotMatterAndNobodyWaits() {
        CostDetail create = detail("001-create-customers", "SQLite 3.54.1");

        assertThat(create.plots()).isEmpty();
        assertThat(create.growth()).hasSize(2);
    }

    @Test
    void twoSizesAreNoLaw() {
        CostDetail keys = detail("V007", "Redis 7.0");

        assertThat(keys.growth().get(0))
                .startsWith("Up was measured: 0 keys 1.3 ms, ")
                .endsWith(". Two sizes were measured; a law needs three.");
        assertThat(keys.plots().get(0).spans()).isEmpty();
    }

    @Test
    void aLockNamesWhoWaitsAndLiesUnderItsStatement() {
        LockTable locks = detail("003-index-orders-customer", "PostgreSQL 18").locks().get(0);
        LockTable.Row row = locks.rows().get(0);

        assertThat(row.mode()).isEqualTo("ShareLock");
        assertThat(row.blocks()).isEqualTo("writes");
        assertThat(row.css()).isEqualTo(Tone.LOSS.css());
        assertThat(row.strip().marks()).extracting(Strip.Mark::lane).containsExactly(0, 1);
        assertThat(row.strip().marks().get(1).width()).isBetween(90.0, 100.0);
    }

    @Test
    void aWaitForALockIsDrawnBeforeIt() {
        LockTable.Row row = detail("008-drop-legacy-notes", "PostgreSQL 18")
                .locks()
                .get(0)
                .rows()
                .get(1);

        assertThat(row.sql()).isEmpty();
        assertThat(row.waited()).isEqualTo("2.4 ms");
        assertThat(row.strip().marks()).hasSize(3);
        assertThat(row.strip().marks().get(1).css()).isEqualTo(Tone.NONE.css());
    }

    @Test
    void clientsThatNoticedNothingAreOneSentence() {
        assertThat(detail("007-seed-countries", "PostgreSQL 18").traffic().get(0).quiet())
                .startsWith("Clients noticed nothing on the way up: of 4 calls the longest took 1.3 ms");
        assertThat(detail("004-price-in-cents", "PostgreSQL 18").traffic().get(0).quiet())
                .isEmpty();
        assertThat(detail("004-price-in-cents", "PostgreSQL 18").traffic().get(0).rows())
                .extracting(TrafficTable.Row::errors)
                .contains("2, 1 deadlock: ERROR: deadlock detected");
    }

    @Test
    void whatWasNotMeasuredIsSaid() {
        assertThat(view.cells()).anySatisfy(cell -> {
            assertThat(cell.result()).isEqualTo("not measured");
            assertThat(cell.reason()).startsWith("The keys of pattern session:{id} cannot be filled");
        });
        assertThat(detail("008-drop-legacy-notes", "PostgreSQL 18").notes())
                .containsExactly("Down was not measured: The rollback of this migration is empty");
    }

    @Test
    void figuresStandBesideThoseOfTheBaseline() {
        List<CostTable.Row> rows = detail("004-price-in-cents", "PostgreSQL 18").figures().rows();

        assertThat(rows.get(0).previous()).isEqualTo("56.9 ms");
        assertThat(rows.get(0).verdict()).isEqualTo("▲ worse × 1.83");
        assertThat(rows).extracting(CostTable.Row::figure).contains("server, processor", "server, most memory", "rows written");
    }

    private CostDetail detail(String migration, String database) {
        return page.migrations().stream()
                .filter(one -> one.name().equals(migration))
                .flatMap(one -> one.costs().stream())
                .filter(cost -> cost.where().equals(database))
                .findFirst()
                .orElseThrow();
    }
}
