package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashOptions;
import dev.stairway.crash.CrashReport;
import dev.stairway.crash.Crashes;
import dev.stairway.crash.ScriptFolder;
import dev.stairway.crash.ScriptFolder.Tool;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayJars;
import dev.stairway.finding.Rule;
import dev.stairway.suite.Engines;
import dev.stairway.suite.RedisOptions;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes that apply one script at once, of which each statement takes effect by itself. */
class TwoRunnersTest {

    private static final String COUNTS = "create table if not exists counts (n int)";
    private static final String COUNTED = "insert into counts values (1)";

    /** Waits for the other runner in the middle of the script, where there is one; on one line, as MyBatis cuts at its end. */
    private static final String MEET =
            "do $$ begin if current_database() like '%two' then perform pg_advisory_lock_shared(42);"
                    + " for i in 1..100 loop exit when (select count(*) from pg_locks where locktype = 'advisory' and objid = 42) > 1;"
                    + " perform pg_sleep(0.01); end loop; end if; end $$";

    private static Map<String, Engine> engines;
    private static ForkedRunners runners;
    private static URLClassLoader flyway;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        engines = Engines.all();
        flyway = FlywayJars.loader(FlywayJars.NEWEST);
        runners = new ForkedRunners(
                new KnownLibraries(Set.of(), true), FlywayJars.of(FlywayJars.NEWEST), RedisOptions.DEFAULT, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        runners.close();
        Engines.close(engines);
        flyway.close();
    }

    /**
     * The first one reads for so long that the second one has usually begun by then. There is nothing in SQLite by which a script
     * could wait for that, so they may try a few times until they meet.
     */
    @Test
    void withoutALockBothRunTheScript() {
        String busy = "with recursive numbers (i) as"
                + " (select 1 union all select i + 1 from numbers where i < 5000000) select count(*) from numbers";

        ScriptFolder scripts = new ScriptFolder(Tool.DBMATE, directory).single("counts", COUNTS, COUNTED, busy);
        CrashReport report = atOnce(TestServers.sqlite(), Tool.DBMATE, scripts);
        for (int again = 0; again < 4 && report.findings().isEmpty(); again++) {
            report = atOnce(TestServers.sqlite(), Tool.DBMATE, scripts);
        }

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.RUNNERS_COLLIDE);
        assertThat(report.findings().get(0).evidence())
                .anySatisfy(line -> assertThat(line).contains("applied 1"))
                .anySatisfy(line -> assertThat(line)
                        .contains("applied nothing and ended: it ran, but schema_migrations cannot be written"))
                .contains("not as after one runner: table counts: rows was 1, is 2");
    }

    /** MyBatis Migrations writes its row at the end, when what the script has committed itself stays. */
    @Test
    void whatAScriptCommitsItselfStaysOfBoth() {
        String history =
                "do $$ begin perform pg_advisory_xact_lock(7); create table if not exists changelog (id numeric primary key,"
                        + " applied_at varchar(25), description varchar(255)); " + COUNTS + "; end $$";

        CrashReport report = atOnce(
                TestServers.postgres(18),
                Tool.MYBATIS,
                ScriptFolder.ofMybatisWithoutHistory(directory).single("all", history, MEET, COUNTED, "select 1"));

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.RUNNERS_COLLIDE);
        assertThat(report.findings().get(0).evidence())
                .anySatisfy(
                        line -> assertThat(line).contains("one applied nothing and ended: its row in CHANGELOG fails"))
                .contains("not as after one runner: table public.counts: rows was 1, is 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLYWAY", "GOLANG_MIGRATE"})
    void theSecondOneWaitsForTheLockAndFindsNothingToDo(Tool tool) {
        CrashReport report = atOnce(
                TestServers.postgres(18),
                tool,
                new ScriptFolder(tool, directory).single("counts", COUNTS, MEET, COUNTED));

        assertThat(report.findings()).as(Crashes.told(report)).isEmpty();
        assertThat(report.twoRunners().ends())
                .anySatisfy(end -> assertThat(end).endsWith("one applied 1"))
                .anySatisfy(end -> assertThat(end).endsWith("one applied nothing"));
    }

    private CrashReport atOnce(DatabaseServer server, Tool tool, ScriptFolder folder) {
        return new Crashes(directory, server, engines.get(tool.engine()))
                .with(runners)
                .with(new CrashOptions(1, List.of("nothing"), List.of(), 7, 2, 0, true))
                .of(folder.source(flyway));
    }
}
