package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashOptions;
import dev.stairway.crash.CrashReport;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.crash.Crashes;
import dev.stairway.crash.Runners;
import dev.stairway.crash.ScriptFolder;
import dev.stairway.crash.ScriptFolder.Tool;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayJars;
import dev.stairway.finding.Finding;
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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Flyway, MyBatis Migrations, golang-migrate and dbmate in the middle of their scripts: PostgreSQL is killed, and the process that
 * works on SQLite.
 */
class KilledScriptsTest {

    private static final String USERS = "create table users (id int primary key, name varchar(50) not null)";
    private static final String COLUMN = "alter table users add column short varchar(5)";
    private static final String FILLED = "update users set short = substr(name, 1, 5)";

    private static Map<String, DatabaseServer> servers;
    private static Map<String, Engine> engines;
    private static ForkedRunners runners;
    private static URLClassLoader flyway;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        servers = Map.of("postgresql", Crashes.server("postgresql", "18"), "sqlite", Crashes.server("sqlite", ""));
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
        servers.values().forEach(DatabaseServer::close);
    }

    @ParameterizedTest
    @CsvSource({
        "DBMATE, postgresql",
        "DBMATE, sqlite",
        "GOLANG_MIGRATE, postgresql",
        "GOLANG_MIGRATE, sqlite",
        "MYBATIS, postgresql",
        "FLYWAY, sqlite"
    })
    void aTransactionIsWhollyThereOrNotAtAll(Tool tool, String product) {
        CrashReport report = drilled(tool, product, 2, folder(tool).whole("names", COLUMN, FILLED));

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.findings()).as(Crashes.told(report)).isEmpty();
        assertThat(report.kills())
                .extracting(Kill::victim)
                .containsOnly(product.equals("sqlite") ? Victim.RUNNER : Victim.SERVER);
        assertThat(report.kills()).extracting(Kill::outcome).containsOnly(Outcome.BEFORE);
        assertThat(report.notes())
                .filteredOn(note -> note.startsWith("golang-migrate itself marks the database as dirty at version 2"))
                .hasSize(tool == Tool.GOLANG_MIGRATE ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "DBMATE, sqlite, dbmate up",
        "GOLANG_MIGRATE, sqlite, 'migrate force 1, then: migrate up'",
        "MYBATIS, postgresql, migrate up",
        "MYBATIS, sqlite, migrate up",
        "FLYWAY, postgresql, flyway migrate"
    })
    void aStatementThatTookEffectByItselfIsTakenBackByHand(Tool tool, String product, String commands) {
        CrashReport report = drilled(tool, product, 2, folder(tool).single("names", COLUMN, FILLED));

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_NOT_RESUMABLE);
        String table = product.equals("sqlite") ? "users" : "public.users";
        assertThat(report.findings().get(0).evidence())
                .contains(
                        "in effect: column " + table + ".short: added",
                        "found: a part of it in effect, or all of it and not recorded");
        assertThat(report.findings().get(0).remedy())
                .startsWith("By hand, after such a crash: ALTER TABLE " + table + " DROP COLUMN short; then: "
                        + commands + ". For good: ");
    }

    /** One statement is enough, as the row of the history comes after it. */
    @Test
    void anIndexThatIsBuiltConcurrentlyMayBeThereAndNotRecorded() {
        CrashReport report = drilled(
                Tool.DBMATE,
                "postgresql",
                2,
                folder(Tool.DBMATE).single("names", "create index concurrently users_name on users (name)"));

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_NOT_RESUMABLE);
        assertThat(report.findings().get(0).remedy())
                .startsWith("By hand, after such a crash: DROP INDEX public.users_name; then: dbmate up. For good: ");
    }

    @Test
    void anIndexThatMayBeThereIsGoneOnWith() {
        CrashReport report = drilled(
                Tool.DBMATE,
                "postgresql",
                2,
                folder(Tool.DBMATE)
                        .single("names", "create index concurrently if not exists users_name on users (name)"));

        assertThat(report.findings()).as(Crashes.told(report)).isEmpty();
        assertThat(report.kills()).extracting(Kill::outcome).containsExactly(Outcome.BEFORE, Outcome.RESUMABLE);
    }

    @Test
    void golangMigrateGoesNoFurtherWhereItsHistoryIsDirty() {
        ScriptFolder folder = folder(Tool.GOLANG_MIGRATE).single("names", COLUMN, FILLED);

        CrashReport report = drilled(Tool.GOLANG_MIGRATE, "postgresql", 20, folder);

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_NOT_RESUMABLE);
        Finding dirty = report.findings().get(0);
        assertThat(dirty.evidence())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("the next run: golang-migrate has left the database dirty at version 2"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("likewise killed before statement 3 of 7: " + COLUMN)
                        .endsWith("; in effect: nothing"));
        assertThat(dirty.remedy())
                .isEqualTo(
                        "By hand, after such a crash: ALTER TABLE public.users DROP COLUMN short; then: migrate force"
                                + " 1, then: migrate up. For good: no script helps, as the tool waits for somebody who looks; one"
                                + " statement per migration leaves least to look at");
        assertThat(report.kills())
                .filteredOn(kill -> kill.point().statement() == 3)
                .extracting(Kill::found)
                .containsExactly("found: nothing of it in effect, but the history says that it has begun");
    }

    private ScriptFolder folder(Tool tool) {
        return new ScriptFolder(tool, directory).whole("users", USERS);
    }

    private CrashReport drilled(Tool tool, String product, int boundaries, ScriptFolder folder) {
        return new Crashes(directory, servers.get(product), engines.get(tool.engine()))
                .with(product.equals("sqlite") ? runners : Runners.NONE)
                .with(new CrashOptions(1, List.of(), List.of(), 7, boundaries, 0, false))
                .of(folder.source(flyway));
    }
}
