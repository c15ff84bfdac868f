package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void down_after_up_composes_to_nothing(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO t VALUES (1, 'x')");
            Difference up = watched.keep("CREATE TABLE u (id INTEGER PRIMARY KEY)", "INSERT INTO u VALUES (1)");
            Difference down = watched.keep("DROP TABLE u");
            assertThat(up.isEmpty()).isFalse();
            assertThat(up.then(down).isEmpty()).isTrue();
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_left_over_column_and_a_lost_index_are_told_by_name(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "CREATE INDEX t_a ON t (a)");
            Difference step = watched.keep("ALTER TABLE t ADD COLUMN b INTEGER", "DROP INDEX t_a");
            List<String> lines = DifferenceText.schema(step).stream()
                    .map(ObjectChange::sentence)
                    .toList();
            String schema = server.id().product().equals("sqlite") ? "" : "public.";
            assertThat(lines)
                    .containsExactlyInAnyOrder(
                            "index " + schema + "t_a on " + schema + "t: removed", "column " + schema + "t.b: added");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void column_order_alone_is_lower_than_a_lost_column(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)");
            Difference order = watched.keep("ALTER TABLE t DROP COLUMN a", "ALTER TABLE t ADD COLUMN a TEXT");
            assertThat(DifferenceText.schemaLevel(order)).contains(ObjectChange.Level.LOWER);
            Difference lost = watched.keep("ALTER TABLE t DROP COLUMN a");
            assertThat(DifferenceText.schemaLevel(lost)).contains(ObjectChange.Level.REAL);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_changed_value_is_told_by_column_and_an_equal_one_is_not(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep(
                    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)", "INSERT INTO t VALUES (1, 'x', NULL)");
            assertThat(watched.keep("UPDATE t SET a = 'x'").isEmpty()).isTrue();
            assertThat(DifferenceText.data(watched.keep("UPDATE t SET b = ''")))
                    .extracting(ObjectChange::name)
                    .allMatch(name -> name.endsWith("t.b"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void bookkeeping_tables_are_no_part_of_the_state(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server, "DATABASECHANGELOG")) {
            assertThat(watched.keep("CREATE TABLE databasechangelog (id TEXT PRIMARY KEY)")
                            .isEmpty())
                    .isTrue();
            assertThat(watched.keep("INSERT INTO databasechangelog VALUES ('1')")
                            .isEmpty())
                    .isTrue();
            assertThat(watched.keep("CREATE TABLE databasechangelog2 (id TEXT)").isEmpty())
                    .isFalse();
        }
    }
}
