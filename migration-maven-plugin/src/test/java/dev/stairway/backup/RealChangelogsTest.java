package dev.stairway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.backup.DrillReport.Outcome;
import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Engine;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every migration of changelogs that people wrote, by every tool; prints sizes and times. Takes minutes, so it runs when asked:
 * {@code -Dstairway.test.drill=true}, and {@code -Dstairway.test.flowable=} with the jar of flowable-cmmn-engine. One tool
 * alone: {@code -Dstairway.test.drill.only=catalog-copy}.
 */
@EnabledIfSystemProperty(named = "stairway.test.drill", matches = "true")
class RealChangelogsTest {

    private static final Path SHOP =
            Path.of(System.getProperty("basedir", "."), "..", "it", "src", "demo", "shop", "src", "main");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql-14", "postgresql-15", "postgresql-18", "sqlite"})
    void theShop(String source) {
        DrillReport report = on(source, new LiquibaseEngine())
                .of(
                        "db/changelog/db.changelog-master.xml",
                        SHOP.resolve("resources"),
                        getClass().getClassLoader());
        allCameBack("shop", report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-7.0", "redis-6.2"})
    void theKeysOfTheShop(String source) {
        allCameBack(
                "shop",
                on(source, new RedisEngine()).of("redis", SHOP, getClass().getClassLoader()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql-14", "postgresql-15", "postgresql-18", "sqlite"})
    @EnabledIfSystemProperty(named = "stairway.test.flowable", matches = ".+")
    void flowable(String source) throws IOException {
        URL jar = Path.of(System.getProperty("stairway.test.flowable")).toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar}, getClass().getClassLoader())) {
            DrillReport report = on(source, new LiquibaseEngine())
                    .of("org/flowable/cmmn/db/liquibase/flowable-cmmn-db-changelog.xml", directory, loader);
            allCameBack("flowable", report);
        }
    }

    private Drills on(String source, Engine engine) {
        String[] parts = source.split("-");
        DatabaseServer server = switch (parts[0]) {
            case "postgresql" -> Sources.archiving(Integer.parseInt(parts[1]));
            case "sqlite" -> TestServers.sqlite();
            default -> TestServers.redis(parts[1]);
        };
        return new Drills(directory, server, engine)
                .last(Integer.MAX_VALUE)
                .only(System.getProperty("stairway.test.drill.only", ""))
                .rows(Integer.getInteger("stairway.test.drill.rows", 20));
    }

    private static void allCameBack(String name, DrillReport report) {
        System.out.println(name + " on " + Drills.figures(report));
        System.out.println(report.notDrilled());
        assertThat(report.trials()).isNotEmpty().extracting(Trial::outcome).containsOnly(Outcome.RESTORED);
        assertThat(report.trials()).allMatch(Trial::damageNoticed);
        assertThat(Drills.rules(report)).isSubsetOf(Rule.MIGRATION_FAILS_ON_DATA, Rule.MIGRATION_FAILS);
    }
}
