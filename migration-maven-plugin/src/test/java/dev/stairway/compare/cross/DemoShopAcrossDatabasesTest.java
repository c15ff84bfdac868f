package dev.stairway.compare.cross;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.compare.cross.Told.Status;
import dev.stairway.database.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the demo's changelog leaves behind in SQLite and in PostgreSQL, and is not the same. What is known by its reason is
 * reproduced by hand in {@code KnownDifferencesByHandTest}.
 */
class DemoShopAcrossDatabasesTest {

    private static final Path DEMO =
            Path.of(System.getProperty("basedir", "."), "..", "it", "src", "demo", "shop", "src", "main", "resources");

    @Test
    void itsSchemasDifferInTheSearchAloneAndInWhatNoMigrationTakesAway() throws Exception {
        CrossReport report = Crossing.schemas(
                DEMO,
                "db/changelog/db.changelog-master.xml",
                List.of(TestServers.sqlite(), TestServers.postgres(14), TestServers.postgres(18)));

        List<Told> told = new Telling(List.of()).of(report);
        assertThat(report.splits()).isEmpty();
        assertThat(report.notCompared()).isEmpty();
        assertThat(report.compared()).isEqualTo(report.migrations()).isGreaterThan(15);
        assertThat(told.stream()
                        .filter(each -> each.status() == Status.OPEN)
                        .map(each -> each.what().replaceAll("sqlite [0-9.]+", "sqlite") + " since "
                                + each.migration().name()))
                .containsExactly(
                        "product index (name collate nocase): there on sqlite, missing on postgresql 14 and 18"
                                + " since search-products-sqlite",
                        "product index (to_tsvector('simple', name)): missing on sqlite, there on postgresql 14 and 18"
                                + " since search-products-postgresql");
        Map<String, Long> known = told.stream()
                .filter(each -> each.status() == Status.KNOWN)
                .collect(Collectors.groupingBy(Told::reasonId, TreeMap::new, Collectors.counting()));
        assertThat(known)
                .containsOnlyKeys(
                        "constraint-without-name",
                        "sqlite-foreign-keys-on-request",
                        "sqlite-integers-are-64-bit",
                        "sqlite-lengths-not-enforced",
                        "sqlite-no-dates",
                        "sqlite-rowid");
        assertThat(known.get("sqlite-foreign-keys-on-request")).isEqualTo(8);
    }

    @Test
    void twoVersionsOfOneProductDifferInNothing() throws Exception {
        CrossReport report = Crossing.schemas(
                DEMO,
                "db/changelog/db.changelog-master.xml",
                List.of(TestServers.postgres(14), TestServers.postgres(18)));

        assertThat(report.schema()).isEmpty();
        assertThat(report.passing()).isZero();
        assertThat(report.tables()).isEqualTo(8);
    }
}
