package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stairway.database.postgres.ExternalPostgresServer;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.postgres.PostgresMarking;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The near miss of every lock: what looks like a reason to refuse and is none. */
class HarmlessNamedDatabasesTest {

    @TempDir
    static Path work;

    private static NamedPostgres named;
    private static ExternalTarget target;

    @BeforeAll
    static void start() {
        named = NamedPostgres.start(15, work);
        target = named.marked("stairway_tests");
    }

    @AfterAll
    static void stop() {
        if (named != null) {
            named.close();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(named.databases()).noneMatch(name -> name.matches("stairway_[0-9a-f]{32}"));
    }

    private static void accepted(ExternalTarget named) {
        assertThatCode(() -> {
                    try (ExternalPostgresServer server = ExternalPostgresServer.open(named, "15")) {
                        server.fresh("a").close();
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void ownDatabaseOneThatWasATemplateOnce() {
        named.sql(
                "postgres",
                "ALTER DATABASE stairway_tests IS_TEMPLATE true",
                "ALTER DATABASE stairway_tests IS_TEMPLATE false");
        accepted(target);
    }

    @Test
    void markOneThatExpiredAndWasSetAgain() {
        named.sql("stairway_tests", "UPDATE stairway.mark SET expires_at = now() - interval '1 day'");
        PostgresMarking.mark(target, 1);
        accepted(target);
    }

    @Test
    void markOneThatExpiresTomorrow() {
        named.sql("stairway_tests", "UPDATE stairway.mark SET expires_at = now() + interval '1 day'");
        accepted(target);
    }

    @Test
    void markOneThatIsChangedWithThePom() {
        ExternalTarget other = new ExternalTarget(
                target.url(), target.user(), target.password(), "other-tests-77", Hosts.NONE, Long.MAX_VALUE);
        PostgresMarking.mark(other, 1);
        accepted(other);
        PostgresMarking.mark(target, 1);
    }

    @Test
    void hostThisMachineInCapitals() {
        named.sql("postgres", "CREATE DATABASE capitals OWNER walker");
        String url = named.url("capitals").replace("127.0.0.1", "LOCALHOST");
        PostgresMarking.mark(named.target(url, NamedPostgres.WALKER, Hosts.NONE), 1);
        accepted(named.target(url.toLowerCase(java.util.Locale.ROOT), NamedPostgres.WALKER, Hosts.NONE));
    }

    @Test
    void hostAUrlThatSaysHowItIsEncrypted() {
        accepted(named.target(target.url() + "?sslmode=disable", NamedPostgres.WALKER, Hosts.NONE));
    }

    @Test
    void emptyADatabaseWithoutTheSchemaPublic() {
        ExternalTarget bare = named.marked("bare");
        named.sql("bare", "DROP SCHEMA public");
        accepted(bare);
        named.sql("bare", "CREATE SCHEMA public", "GRANT ALL ON SCHEMA public TO PUBLIC");
        accepted(bare);
    }

    @Test
    void emptyATableThatWasDroppedAgain() {
        named.sql("stairway_tests", "CREATE TABLE t (id int)", "DROP TABLE t");
        accepted(target);
    }

    @Test
    void inUseOthersElsewhereWhereThisUserHasNoRights() throws Exception {
        try (Connection other = named.superuser("postgres")) {
            accepted(target);
            assertThat(other.isValid(1)).isTrue();
        }
    }

    @Test
    void inUseASuperuserWhoIsAlone() {
        named.sql("postgres", "ALTER ROLE walker SUPERUSER");
        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "")) {
            assertThat(server.notes()).isEmpty();
        } finally {
            named.sql("postgres", "ALTER ROLE walker NOSUPERUSER");
        }
    }

    @Test
    void inUseASlotThatIsGone() {
        named.sql(
                "postgres",
                "SELECT pg_create_physical_replication_slot('somebody')",
                "SELECT pg_drop_replication_slot('somebody')");
        accepted(target);
    }

    @Test
    void inUseNamesThatOnlyBeginLikeThoseOfProduction() {
        for (String name : List.of("products", "domain", "maintenance", "delivery", "mastery", "reproduction")) {
            named.sql("postgres", "CREATE DATABASE " + name);
        }
        accepted(target);
        accepted(named.marked("product_catalog_tests"));
    }

    @Test
    void inUseAServerJustBelowTheLimit() {
        long bytes = Long.parseLong(named.text("postgres", "SELECT sum(pg_database_size(oid)) FROM pg_database"));
        accepted(new ExternalTarget(
                target.url(), target.user(), target.password(), NamedPostgres.MARK, Hosts.NONE, bytes + (1 << 20)));
    }

    @Test
    void aRoleWithJustEnoughConnections() {
        named.sql("postgres", "ALTER ROLE walker CONNECTION LIMIT 4");
        accepted(target);
        named.sql("postgres", "ALTER ROLE walker CONNECTION LIMIT -1");
    }
}
