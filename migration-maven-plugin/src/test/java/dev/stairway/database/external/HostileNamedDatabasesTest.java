package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.postgres.ExternalPostgresServer;
import dev.stairway.database.postgres.NamedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every set-up is refused by the lock that it is about, and the server's own books say that nothing was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileNamedDatabasesTest {

    /** Promised by the issue; there are more. */
    private static final int PROMISED = 60;

    @TempDir
    static Path work;

    private NamedPostgres postgres;
    private List<Hostile> onPostgres;
    private List<Hostile> onSqlite;

    @BeforeAll
    void start() {
        postgres = NamedPostgres.start(17, work);
        onPostgres = new HostilePostgres(postgres).all();
        onSqlite = new HostileSqlite(work).all();
    }

    @AfterAll
    void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void thereAreMoreSetUpsThanPromised() {
        List<Hostile> all = new ArrayList<>(onPostgres);
        all.addAll(onSqlite);
        System.out.println(
                "Hostile set-ups: " + onPostgres.size() + " of PostgreSQL, " + onSqlite.size() + " of SQLite");
        assertThat(all).hasSizeGreaterThanOrEqualTo(PROMISED);
        assertThat(all).extracting(Hostile::name).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> postgres() {
        return onPostgres.stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.name(), () -> {
                    String log = refused(hostile, postgres::log);
                    assertThat(HostilePostgres.writes(log)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> sqlite() {
        return onSqlite.stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.name(), () -> refused(hostile, () -> "")));
    }

    private static String refused(Hostile hostile, Supplier<String> books) throws Exception {
        Hostile.Trial trial = new Hostile.Trial(books);
        hostile.run().with(trial);
        assertThat(trial.refusal()).contains(hostile.refusal()).doesNotContain(NamedPostgres.PASSWORD, "canary");
        return trial.written();
    }

    /** The proof would see a write: a run that is let in writes its book. */
    @Test
    void aRunThatIsLetInIsSeenToWrite() {
        ExternalTarget target = postgres.marked("good");
        int before = postgres.log().length();
        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "")) {
            server.fresh("a").close();
        }
        assertThat(HostilePostgres.writes(postgres.log().substring(before)))
                .anyMatch(line -> line.contains("CREATE DATABASE"))
                .anyMatch(line -> line.contains("INSERT INTO stairway.made"));
    }

    /** A standby that really receives the log, and the server that it follows. */
    @Test
    void aStandbyAndTheServerThatItFollowsAreRefused() throws Exception {
        try (NamedPostgres primary = NamedPostgres.start(17, work.resolve("primary"), "wal_keep_size = 1GB")) {
            primary.marked("tests");
            try (NamedPostgres standby = primary.standby(17, work.resolve("standby"))) {
                String replayed = "SELECT count(*) FROM pg_stat_replication WHERE replay_lsn = pg_current_wal_lsn()";
                while (!primary.text("postgres", replayed).equals("1")) {
                    Thread.onSpinWait();
                }
                refusedByLog(primary, () -> primary.target("tests"), "Other servers follow this one");
                refusedByLog(standby, () -> standby.target("tests"), "is a standby");
            }
            ExternalPostgresServer.open(primary.target("tests"), "").close();
        }
    }

    @Test
    void aServerThatIsCalledProductionIsRefused() throws Exception {
        try (NamedPostgres server = NamedPostgres.start(17, work.resolve("called"), "cluster_name = 'shop-prod-1'")) {
            server.sql("postgres", "CREATE DATABASE tests OWNER walker");
            refusedByLog(server, () -> server.target("tests"), "cluster_name");
        }
    }

    private static void refusedByLog(NamedPostgres server, Supplier<ExternalTarget> target, String words)
            throws Exception {
        Hostile.Trial trial = new Hostile.Trial(server::log);
        trial.attempt(() -> ExternalPostgresServer.open(target.get(), "").close());
        assertThat(trial.refusal()).contains("lock-6-in-use", words);
        assertThat(HostilePostgres.writes(trial.written())).isEmpty();
    }
}
