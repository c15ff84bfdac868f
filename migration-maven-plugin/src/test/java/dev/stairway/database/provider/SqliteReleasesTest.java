package dev.stairway.database.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteReleasesTest {

    @ParameterizedTest
    @CsvSource({"3.41.2.2, 3.41.2, 3.41.2.2", "3.45.3.0, 3.45.3, 3.45.3.0", "3.45.3, 3.45.3, 3.45.3.0"})
    void a_release_comes_with_its_own_driver(String asked, String sqlite, String driver) throws SQLException {
        try (DatabaseServer server = TestServers.provider().start("sqlite", asked)) {
            assertThat(server.id().key()).isEqualTo("sqlite-" + asked + "-embedded");
            assertThat(server.serverVersion()).isEqualTo(sqlite);
            assertThat(server.driverVersion()).isEqualTo("SQLite JDBC " + driver);
            assertThat(version(server)).isEqualTo(sqlite);
        }
    }

    /** With this jar on the project's class path, as the plugin makes its loader. */
    private static void withProject(Path jar, Consumer<DatabaseServer> look) throws IOException {
        try (URLClassLoader project =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, SqliteReleasesTest.class.getClassLoader())) {
            EmbeddedOptions usual = EmbeddedOptions.defaults();
            EmbeddedOptions options =
                    new EmbeddedOptions(usual.cacheDirectory(), usual.workDirectory(), usual.profile(), project);
            try (DatabaseServer server = TestServers.provider(options).start("sqlite", "")) {
                look.accept(server);
            }
        }
    }

    @Test
    void the_projects_own_driver_is_taken_and_named() throws IOException {
        withProject(TestServers.sqliteJar("3.45.3.0"), server -> {
            assertThat(server.serverVersion()).isEqualTo("3.45.3");
            assertThat(server.driverVersion()).isEqualTo("SQLite JDBC 3.45.3.0 of the project");
            assertThat(server.notes()).isEmpty();
            assertThatCode(() -> assertThat(version(server)).isEqualTo("3.45.3"))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void a_project_with_the_plugins_own_release_gets_that() throws IOException, URISyntaxException {
        Path same = Path.of(org.sqlite
                .JDBC
                .class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        withProject(
                same,
                server -> assertThat(server.driverVersion())
                        .isEqualTo(TestServers.sqlite().driverVersion()));
    }

    @Test
    void a_driver_that_is_too_old_is_told_and_not_used(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("sqlite-jdbc.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("org/sqlite/JDBC.class"));
            out.putNextEntry(new ZipEntry("sqlite-jdbc.properties"));
            out.write("version=3.36.0.3".getBytes(StandardCharsets.ISO_8859_1));
        }
        withProject(jar, server -> {
            assertThat(server.driverVersion()).isEqualTo(TestServers.sqlite().driverVersion());
            assertThat(server.notes()).singleElement().asString().contains("driver 3.36.0.3 is not used");
        });
    }

    @Test
    void several_releases_run_side_by_side_in_one_jvm() throws SQLException {
        try (DatabaseServer old = TestServers.provider().start("sqlite", "3.41.2.2");
                DatabaseServer newer = TestServers.provider().start("sqlite", "3.45.3")) {
            String atHand = TestServers.sqlite().serverVersion();
            assertThat(List.of(version(old), version(newer), version(TestServers.sqlite())))
                    .containsExactly("3.41.2", "3.45.3", atHand)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_release_at_hand_is_not_fetched_again() {
        DatabaseServer atHand = TestServers.sqlite();
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> {
                    throw new AssertionError("nobody should ask for " + artifact);
                },
                EmbeddedOptions.defaults());
        String driver = atHand.driverVersion().replace("SQLite JDBC ", "");
        for (String asked : List.of("", atHand.serverVersion(), driver)) {
            try (DatabaseServer server = provider.start("sqlite", asked)) {
                assertThat(server.serverVersion()).as(asked).isEqualTo(atHand.serverVersion());
            }
        }
    }

    @Test
    void a_driver_goes_with_its_server() {
        try (DatabaseServer server = TestServers.provider().start("sqlite", "3.45.3")) {
            assertThat(server.serverVersion()).isEqualTo("3.45.3");
        }
        assertThat(DriverManager.drivers())
                .extracting(driver -> String.valueOf(driver.getClass().getClassLoader()))
                .noneMatch(loader -> loader.contains("IsolatedLoader"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.36.0.3", "3.45", "4.0.0", "newest", "3"})
    void what_is_no_release_or_too_old_says_how_to_name_one(String asked) {
        assertThatThrownBy(() -> TestServers.provider().start("sqlite", asked))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("SQLite " + asked + " is not available")
                .hasMessageContaining("every release from 3.40.0 on that has a driver org.xerial:sqlite-jdbc")
                .hasMessageContaining("sqlite:3.45.3.0");
    }

    private static String version(DatabaseServer server) throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("version");
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
            row.next();
            return row.getString(1);
        }
    }
}
