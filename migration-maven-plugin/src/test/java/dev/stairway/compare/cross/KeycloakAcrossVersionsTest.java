package dev.stairway.compare.cross;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.run.WalkOptions.Exclusion;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Keycloak's changelog on PostgreSQL 14 against 18. Run by hand: {@code -Dstairway.test.keycloak=} with the test class path of
 * the invoker project {@code real-keycloak-runs-to-the-end}; {@code -Dstairway.test.keycloak.rows=5} compares rows and
 * behaviour, too.
 */
@EnabledIfSystemProperty(named = "stairway.test.keycloak", matches = ".+")
class KeycloakAcrossVersionsTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "."), "..", "it", "src", "it", "real-keycloak-runs-to-the-end");
    private static final Pattern EXCLUDED = Pattern.compile("<migration>(.*?)</migration>");

    @Test
    void bothHaveTheSameSchemaAfterEveryMigration() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String part : System.getProperty("stairway.test.keycloak").split(File.pathSeparator)) {
            classPath.add(Path.of(part).toUri().toURL());
        }
        int rows = Integer.getInteger("stairway.test.keycloak.rows", 0);
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), getClass().getClassLoader())) {
            ChangelogSource source =
                    new ChangelogSource("META-INF/jpa-changelog-master.xml", List.of(), loader, Map.of(), "", "");

            CrossReport report =
                    Crossing.of(source, excluded(), rows, List.of(TestServers.postgres(14), TestServers.postgres(18)));

            System.out.printf(
                    "Keycloak: %d of %d migrations compared in %.1f s, %d tables, %d schema differences (%d passing),"
                            + " %d of rows, %d probes, %d differences of behaviour%n",
                    report.compared(),
                    report.migrations(),
                    report.durationNanos() / 1e9,
                    report.tables(),
                    report.schema().size(),
                    report.passing(),
                    report.data().size(),
                    report.behaviour().probed().size(),
                    report.behaviour().differences().size());
            new Telling(List.of()).of(report).forEach(told -> System.out.println(told.status() + " " + told.what()));
            assertThat(report.splits()).isEmpty();
            assertThat(report.compared()).isEqualTo(report.migrations()).isGreaterThan(200);
            assertThat(report.schema()).isEmpty();
            assertThat(report.passing()).isZero();
        }
    }

    private static List<Exclusion> excluded() throws Exception {
        List<Exclusion> excluded = new ArrayList<>();
        var migration = EXCLUDED.matcher(Files.readString(PROJECT.resolve("pom.xml")));
        while (migration.find()) {
            excluded.add(new Exclusion(migration.group(1), "it needs a running Keycloak"));
        }
        return excluded;
    }
}
