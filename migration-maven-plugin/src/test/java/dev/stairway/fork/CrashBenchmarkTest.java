package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashOptions;
import dev.stairway.crash.CrashReport;
import dev.stairway.crash.Crashes;
import dev.stairway.crash.ScriptFolder;
import dev.stairway.crash.ScriptFolder.Tool;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayJars;
import dev.stairway.suite.Engines;
import dev.stairway.suite.RedisOptions;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of kills by seed, of servers and of runners, of every engine on every database: every state is explained, and nothing
 * is left behind. Prints the table of the page crash-test.md. Takes a quarter of an hour or more, so it runs only when asked for, by
 * {@code -Dstairway.crash.benchmark=500}.
 */
@EnabledIfSystemProperty(named = CrashBenchmarkTest.KILLS, matches = "\\d+")
class CrashBenchmarkTest {

    static final String KILLS = "stairway.crash.benchmark";

    /** So many are in one round of all cells when each statement may be meant. */
    private static final int ROUND = 200;

    private static final long LIMIT_MILLIS = 2_000;

    private static final String USERS = "create table users (id int primary key, name varchar(50) not null)";
    private static final String[] WHOLE = {
        "alter table users add column short varchar(5)",
        "update users set short = substr(name, 1, 5)",
        "create index users_short on users (short)"
    };
    /** They may run twice. */
    private static final String[] SINGLE = {
        "drop index if exists users_name",
        "create index users_name on users (name)",
        "update users set short = 'x' where id > 5"
    };

    /** The lock of a killed run ends soon. */
    private static final RedisOptions REDIS = new RedisOptions(
            null,
            RedisOptions.DEFAULT.maxBlockMillis(),
            RedisOptions.DEFAULT.timeoutMillis(),
            RedisOptions.DEFAULT.lockWaitMillis(),
            1_000);

    @TempDir
    private Path directory;

    private final List<CrashTally> rows = new ArrayList<>();

    /** @param tool null for Liquibase and Redis */
    private record Subject(String label, String engine, Tool tool, String product, String version) {}

    @Test
    void everyStateIsExplainedAndNothingIsLeft() throws IOException {
        int wanted = Integer.getInteger(KILLS);
        List<Subject> subjects = subjects();
        subjects.forEach(subject -> rows.add(new CrashTally(subject.label(), name(subject))));
        try (URLClassLoader loader = FlywayJars.loader(FlywayJars.NEWEST)) {
            for (int seed = 1; total() < wanted; seed++) {
                for (int i = 0; i < subjects.size(); i++) {
                    Path own = Files.createDirectories(directory.resolve(seed + "-" + i));
                    long ended = drill(subjects.get(i), rows.get(i), own, loader, options(wanted, seed));
                    rows.get(i).gone(Leftovers.of(own.resolve("work"), ended, LIMIT_MILLIS));
                    System.out.println("seed " + seed + ", " + total() + " kills: "
                            + rows.get(i).line());
                }
            }
        }
        System.out.println(CrashTally.table(rows));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.leftovers()).isEmpty();
            assertThat(row.slowestGoneMillis()).isLessThanOrEqualTo(LIMIT_MILLIS);
        });
    }

    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (String product : List.of("postgresql", "sqlite")) {
            String version = product.equals("postgresql") ? "18" : "";
            subjects.add(new Subject("Liquibase", "liquibase", null, product, version));
            subjects.add(new Subject("Flyway", "flyway", Tool.FLYWAY, product, version));
            subjects.add(new Subject("MyBatis Migrations", "mybatis", Tool.MYBATIS, product, version));
            subjects.add(new Subject("golang-migrate", "sql", Tool.GOLANG_MIGRATE, product, version));
            subjects.add(new Subject("dbmate", "sql", Tool.DBMATE, product, version));
        }
        subjects.add(new Subject("Redis scripts", "redis", null, "redis", "7.0"));
        return subjects;
    }

    private static String name(Subject subject) {
        return (subject.product() + " " + subject.version()).strip();
    }

    /** A few kills of each when few are wanted. */
    private static CrashOptions options(int wanted, int seed) {
        return wanted < ROUND
                ? new CrashOptions(1, List.of(), List.of(), seed, 2, 0, false)
                : new CrashOptions(2, List.of(), List.of(), seed, 5, 2, false);
    }

    private int total() {
        return rows.stream().mapToInt(CrashTally::kills).sum();
    }

    /** The moment of its end, from which on everything goes; {@link System#nanoTime()}. */
    private static long drill(Subject subject, CrashTally row, Path own, ClassLoader loader, CrashOptions options)
            throws IOException {
        Map<String, Engine> engines = Engines.all(REDIS, Set.of());
        EmbeddedOptions usual = EmbeddedOptions.defaults().withProfile(Profile.PRODUCTION);
        EmbeddedOptions embedded =
                new EmbeddedOptions(usual.cacheDirectory(), own.resolve("work"), usual.profile(), usual.drivers());
        try (DatabaseServer server = TestServers.provider(embedded).start(subject.product(), subject.version());
                ForkedRunners runners = new ForkedRunners(
                        new KnownLibraries(Set.of(), true), FlywayJars.of(FlywayJars.NEWEST), REDIS, Map.of())) {
            CrashReport report = new Crashes(own, server, engines.get(subject.engine()))
                    .with(runners)
                    .with(options)
                    .of(source(subject, own, loader));
            assertThat(report.notDrilled()).isEmpty();
            assertThat(report.kills())
                    .as(Crashes.told(report))
                    .isNotEmpty()
                    .allSatisfy(kill -> assertThat(kill.outcome().fine()).isTrue());
            report.kills().forEach(row::count);
            return System.nanoTime();
        } finally {
            Engines.close(engines);
        }
    }

    private static ChangelogSource source(Subject subject, Path own, ClassLoader loader) throws IOException {
        if (subject.engine().equals("redis")) {
            Files.writeString(
                    own.resolve("V1__keys.up.lua"), "for i = 1, 30 do redis.call('SET', 'k:' .. i, 'old') end\n");
            Files.writeString(own.resolve("V2__numbers.up.redis"), "SET total 3\nSET one 1\n");
            Files.writeString(
                    own.resolve("V3__change.up.lua"),
                    "-- stairway: keys k:*\nfor _, k in ipairs(KEYS) do redis.call('SET', k, 'new') end\n");
            return new ChangelogSource(".", List.of(own), loader, Map.of(), "", "");
        }
        if (subject.tool() == null) {
            Files.writeString(
                    own.resolve("changelog.sql"),
                    "--liquibase formatted sql\n--changeset ann:users\n" + USERS + ";\n--changeset ann:names\n"
                            + String.join(";\n", WHOLE) + ";\n--changeset ann:rerunnable runInTransaction:false\n"
                            + String.join(";\n", SINGLE) + ";\n");
            return new ChangelogSource("changelog.sql", List.of(own), loader, Map.of(), "", "");
        }
        ScriptFolder folder =
                new ScriptFolder(subject.tool(), own).whole("users", USERS).whole("names", WHOLE);
        // Of a file in pieces golang-migrate leaves a mark after every kill, at which the next run stops as it should.
        return (subject.tool() == Tool.GOLANG_MIGRATE
                        ? folder.whole("rerunnable", SINGLE)
                        : folder.single("rerunnable", SINGLE))
                .source(loader);
    }
}
