package dev.stairway.database.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualVersionsTest {

    private static final UsualVersions PLUGIN = new UsualVersions(UsualVersionsTest.class.getClassLoader());

    @Test
    void sqlite_is_that_which_a_run_would_start() {
        try (DatabaseServer server = TestServers.provider().start("sqlite", "")) {
            assertThat(PLUGIN.of("sqlite")).startsWith(server.serverVersion());
        }
    }

    @Test
    void sqlite_is_that_of_the_project_where_it_has_one() throws IOException {
        URL jar = TestServers.sqliteJar("3.45.3.0").toUri().toURL();
        try (URLClassLoader project = new URLClassLoader(new URL[] {jar}, UsualVersionsTest.class.getClassLoader())) {
            assertThat(new UsualVersions(project).of("sqlite")).isEqualTo("3.45.3.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"postgresql, 18", "redis, 7.0", "redis-cluster, 7.0", "mariadb, 11.4", "mysql, 8.4", "unknown, 1"})
    void others_are_the_newest_that_come_in_jars_and_else_the_usual_ones(String product, String version) {
        assertThat(PLUGIN.of(product)).isEqualTo(version);
    }
}
