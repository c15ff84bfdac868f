package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two versions of PostgreSQL with a changelog of the real world, which takes minutes: {@code
 * -Dstairway.test.behaviour=<directory>,<master changelog>}, for example Keycloak's as the benchmarks unpack it. Rows come
 * after the last migration, for some of Keycloak's do not work on rows that are not its own.
 */
@EnabledIfSystemProperty(named = "stairway.test.behaviour", matches = ".+,.+")
class RealChangelogBehaviourTest {

    @Test
    void versions_14_and_18_do_the_same() throws SQLException {
        String[] given = System.getProperty("stairway.test.behaviour").split(",");
        try (Beside beside = Beside.of(TestServers.postgres(14), TestServers.postgres(18))) {
            long start = System.nanoTime();
            Map<String, List<DataDifference>> data = Played.on(beside, Path.of(given[0]), given[1], 0);
            long played = System.nanoTime();
            BehaviourReport report = beside.probe();
            long probed = System.nanoTime();
            Consumer<Object> line = System.out::println;
            line.accept(report.probed().size() + " probes in " + (probed - played) / 1_000_000 + " ms after "
                    + (played - start) / 1_000_000 + " ms");
            report.notProbed().forEach(line);
            assertThat(data).isEmpty();
            assertThat(report.differences())
                    .extracting(BehaviourDifference::what)
                    .isEmpty();
        }
    }
}
