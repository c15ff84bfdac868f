package dev.stairway.data.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile says how rows are spread and nothing of what they say, and generated rows are spread like that. */
class ProfileTest {

    private static final int ROWS = 6_000;

    /** In text, as number, as date, often and once. */
    private static final String CANARY = "canary-4711-tweety";

    private static final String CANARY_NUMBER = "987654321";

    private static final String TABLE =
            "CREATE TABLE customer (id integer PRIMARY KEY, state varchar(20) NOT NULL, note text,"
                    + " country varchar(2), points integer, born date, active boolean)";

    @TempDir
    private Path directory;

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.sqlite());
    }

    /** 70 % in one state, a quarter without a note, ten countries, a thousand numbers of points. */
    private static void fill(Connection connection, boolean postgres) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("CREATE TABLE empty_one (id integer)");
            String text = postgres
                    ? "repeat('x', 10 + i % 31)"
                    : "substr('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 1, 10 + i % 31)";
            String numbers = postgres
                    ? "generate_series(1, " + ROWS + ") i"
                    : "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                            + ") SELECT i FROM n)";
            statement.execute("INSERT INTO customer SELECT i, CASE WHEN i % 10 < 7 THEN '" + CANARY
                    + "' WHEN i % 10 < 9 THEN 'paid' ELSE 'sent' END, CASE WHEN i % 4 > 0 THEN " + text
                    + " END, CASE i % 10 WHEN 0 THEN 'DE' WHEN 1 THEN 'FR' WHEN 2 THEN 'IT' WHEN 3 THEN 'ES' WHEN 4 THEN 'PL'"
                    + " WHEN 5 THEN 'NL' WHEN 6 THEN 'BE' WHEN 7 THEN 'AT' WHEN 8 THEN 'CH' ELSE 'DK' END,"
                    + " CASE WHEN i % 2 = 0 THEN " + CANARY_NUMBER + " ELSE i % 1000 END, '2001-09-11', i % 5 = 0 FROM "
                    + numbers);
            statement.execute("UPDATE customer SET note = '" + CANARY + "-once' WHERE id = 77");
        }
    }

    private static Profile profile(Connection connection, boolean postgres) throws SQLException {
        if (postgres) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
        return postgres ? new PostgresProfile(connection, 20).read() : new SqliteProfile(connection, 20).read();
    }

    private static boolean isPostgres(DatabaseServer server) {
        return server.id().product().equals("postgresql");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_profile_holds_the_spread_and_none_of_the_values(DatabaseServer server) throws SQLException, IOException {
        boolean postgres = isPostgres(server);
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("profile");
                Connection connection = database.connect()) {
            fill(connection, postgres);
            Path file = directory.resolve("profile.json");
            ProfileFile.write(profile(connection, postgres), file);

            assertThat(Files.readString(file))
                    .doesNotContain(CANARY, "tweety", CANARY_NUMBER, "2001", "paid", "sent", "DK");
            Profile read = ProfileFile.read(file);
            assertThat(read.missing()).isEmpty();
            TableProfile customer = read.table("?", "customer").orElseThrow();
            assertThat(customer.rows()).isEqualTo(ROWS);
            ColumnProfile state = customer.column("state").orElseThrow();
            assertThat(state.nullFraction()).isZero();
            assertThat(state.distinct()).isEqualTo(3);
            assertThat(state.topFrequencies().get(0)).isCloseTo(0.7, within(0.02));
            assertThat(state.textLength().min()).isEqualTo(4);
            assertThat(state.textLength().max()).isEqualTo(CANARY.length());
            assertThat(state.textLength().average()).isCloseTo(0.7 * CANARY.length() + 0.3 * 4, within(0.5));
            ColumnProfile note = customer.column("note").orElseThrow();
            assertThat(note.nullFraction()).isCloseTo(0.25, within(0.02));
            assertThat(note.textLength().average()).isCloseTo(25, within(1.5));
            assertThat(customer.column("id").orElseThrow().distinctOf(ROWS)).isZero();
            assertThat(customer.column("points").orElseThrow().digits()).isEqualTo(9);
            assertThat(customer.column("active").orElseThrow().distinct()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void generated_rows_are_spread_like_the_profile(DatabaseServer server) throws SQLException {
        boolean postgres = isPostgres(server);
        try (JdbcDatabase real = (JdbcDatabase) server.fresh("real");
                JdbcDatabase made = (JdbcDatabase) server.fresh("made");
                Connection reading = real.connect();
                Connection looking = made.connect()) {
            fill(reading, postgres);
            Profile wanted = profile(reading, postgres);
            try (Statement statement = looking.createStatement()) {
                statement.execute(TABLE);
                statement.execute("CREATE TABLE unknown (id integer PRIMARY KEY)");
            }
            try (Filler filler = Fillers.open(made, 7, List.of(), wanted)) {
                assertThat(filler.fill(50, Set.of()).unfilled()).isEmpty();
            }
            assertThat(number(looking, "SELECT count(*) FROM customer")).isEqualTo(ROWS);
            assertThat(number(looking, "SELECT count(*) FROM unknown")).isEqualTo(50);
            double each = ROWS;
            assertThat(number(looking, "SELECT count(*) FROM customer WHERE note IS NULL") / each)
                    .isCloseTo(0.25, within(0.03));
            assertThat(number(looking, "SELECT count(DISTINCT state) FROM customer"))
                    .isEqualTo(3);
            assertThat(top(looking, "state") / each).isCloseTo(0.7, within(0.03));
            assertThat(number(looking, "SELECT count(DISTINCT country) FROM customer"))
                    .isEqualTo(10);
            assertThat(number(looking, "SELECT count(DISTINCT active) FROM customer"))
                    .isEqualTo(2);
            assertThat(top(looking, "active") / each).isCloseTo(0.8, within(0.03));
            assertThat(number(looking, "SELECT avg(length(note)) FROM customer"))
                    .isCloseTo(25, within(2.0));
            assertThat(number(looking, "SELECT min(length(note)) FROM customer"))
                    .isGreaterThanOrEqualTo(10);
            assertThat(number(looking, "SELECT max(length(note)) FROM customer"))
                    .isLessThanOrEqualTo(40);
            double points = wanted.table("?", "customer")
                    .flatMap(table -> table.column("points"))
                    .map(column -> (double) column.distinctOf(ROWS))
                    .orElseThrow();
            assertThat(number(looking, "SELECT count(DISTINCT points) FROM customer"))
                    .isBetween(points * 0.9, points);
            assertThat(top(looking, "points") / each).isCloseTo(0.5, within(0.03));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void children_are_spread_over_their_parents_like_the_profile(DatabaseServer server) throws SQLException {
        boolean postgres = isPostgres(server);
        String orders = "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer REFERENCES customer (id))";
        try (JdbcDatabase real = (JdbcDatabase) server.fresh("real");
                JdbcDatabase made = (JdbcDatabase) server.fresh("made");
                Connection reading = real.connect();
                Connection looking = made.connect()) {
            fill(reading, postgres);
            try (Statement statement = reading.createStatement()) {
                statement.execute(orders);
                statement.execute(
                        "INSERT INTO orders SELECT id, CASE WHEN id % 2 = 0 THEN 7 WHEN id % 5 = 0 THEN NULL ELSE id END"
                                + " FROM customer");
            }
            Profile wanted = profile(reading, postgres);
            try (Statement statement = looking.createStatement()) {
                statement.execute(TABLE);
                statement.execute(orders);
            }
            try (Filler filler = Fillers.open(made, 7, List.of(), wanted)) {
                assertThat(filler.fill(50, Set.of()).unfilled()).isEmpty();
            }
            assertThat(number(looking, "SELECT count(*) FROM orders WHERE customer_id IS NULL") / ROWS)
                    .isCloseTo(0.1, within(0.03));
            assertThat(number(
                                    looking,
                                    "SELECT count(*) FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id ORDER BY 1 DESC LIMIT 1")
                            / ROWS)
                    .isCloseTo(0.5, within(0.06));
        }
    }

    private static double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private static double top(Connection connection, String column) throws SQLException {
        return number(connection, "SELECT count(*) FROM customer GROUP BY " + column + " ORDER BY 1 DESC LIMIT 1");
    }

    @Test
    void a_small_scenario_takes_numbers_of_rows_alone_and_a_table_is_found_by_its_plain_name() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.sqlite().fresh("profile");
                Connection connection = database.connect()) {
            fill(connection, false);
            Profile whole = profile(connection, false);
            assertThat(whole.table("shop.CUSTOMER", "CUSTOMER").orElseThrow().columns())
                    .hasSize(7);
            TableProfile small =
                    whole.rowsAtMost(20).table("public.customer", "customer").orElseThrow();
            assertThat(small.rows()).isEqualTo(20);
            assertThat(small.columns()).isEmpty();
            assertThat(whole.rowsAtMost(20).rows()).doesNotContainKey("empty_one");
        }
    }

    @Test
    void a_table_that_was_never_analysed_is_named_with_what_to_do() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("profile");
                Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id integer)");
            }
            assertThat(new PostgresProfile(connection, 20).read().missing())
                    .containsExactly("public.t was never analysed: run ANALYZE public.t");
        }
    }

    @Test
    void a_user_that_may_only_read_is_enough_and_a_wrong_password_is_not_repeated() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("profile");
                Connection connection = database.connect()) {
            fill(connection, true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
                statement.execute("DROP ROLE IF EXISTS profile_reader");
                statement.execute("CREATE ROLE profile_reader LOGIN PASSWORD 'right-secret'");
                statement.execute("GRANT SELECT ON customer TO profile_reader");
            }
            Profile profile =
                    ProfileReader.read(new ProfileSource(database.url(), "profile_reader", "right-secret", 20));
            assertThat(profile.tables().get("public.customer").columns()).hasSize(7);
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> ProfileReader.read(new ProfileSource(database.url(), "profile_reader", "wrong-secret", 20)));
            assertThat(refused.getMessage()).contains("profile_reader").doesNotContain("wrong-secret");
            assertThat(refused.getCause()).isNull();
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP OWNED BY profile_reader");
                statement.execute("DROP ROLE profile_reader");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop?user=a&password=top-secret",
                "jdbc:postgresql://ann:top-secret@db/shop",
                "jdbc:postgresql://ann:top-secret/or?so@db/shop",
                "jdbc:postgresql://db/shop?sslpassword=top-secret",
                "jdbc:sqlite:shop.db?Password=top-secret",
            })
    void a_url_with_credentials_is_refused_without_repeating_them(String url) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> new ProfileSource(url, "", null, 5));
        assertThat(refused.getMessage()).contains("credentials").contains("***").doesNotContain("top-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/shop?user=ann@corp",
                "jdbc:postgresql:shop",
                "jdbc:sqlite:/home/ann@corp/shop.db",
            })
    void a_url_without_credentials_passes(String url) {
        assertThat(new ProfileSource(url, "", "top-secret", 5).toString()).isEqualTo(url);
    }

    @Test
    void a_product_without_statistics_is_refused() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> new ProfileSource("jdbc:mysql://db/shop", "", null, 5));
        assertThat(refused.problem().next()).contains("jdbc:postgresql:");
    }

    @Test
    void an_sqlite_file_is_only_read_and_one_that_is_missing_is_not_made() throws SQLException, IOException {
        Path file = directory.resolve("shop.db");
        String url = "jdbc:sqlite:" + file;
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> ProfileReader.read(new ProfileSource(url, "", null, 5)));
        assertThat(refused.problem().what()).contains("cannot be read");
        assertThat(file).doesNotExist();
        try (Connection connection = DriverManager.getConnection(url)) {
            fill(connection, false);
        }
        byte[] before = Files.readAllBytes(file);
        Profile profile = ProfileReader.read(new ProfileSource(url, "", null, 20));
        assertThat(profile.tables()).containsOnlyKeys("customer", "empty_one");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_large_sqlite_table_is_sampled_from_its_whole_length() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.sqlite().fresh("profile");
                Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id integer PRIMARY KEY, half text, own integer)");
                statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                        + " INSERT INTO t SELECT i, CASE WHEN i <= 50000 THEN 'first' ELSE NULL END, i FROM n");
            }
            TableProfile table =
                    new SqliteProfile(connection, 20).read().tables().get("t");
            assertThat(table.rows()).isEqualTo(100_000);
            assertThat(table.column("half").orElseThrow().nullFraction()).isCloseTo(0.5, within(0.01));
            assertThat(table.column("own").orElseThrow().distinctFraction()).isEqualTo(1.0);
        }
    }

    @Test
    void a_file_that_is_no_profile_is_refused_with_its_line() throws IOException {
        Path file = Files.writeString(directory.resolve("p.json"), "{\n\"formatVersion\": \"1.0\",\n\"tables\": 5}");
        assertThat(catchThrowableOfType(ProblemException.class, () -> ProfileFile.read(file))
                        .problem()
                        .evidence())
                .startsWith("line 3");
        Path wrong = Files.writeString(
                directory.resolve("q.json"),
                "{\"formatVersion\": \"1.0\", \"tables\": {\"t\": {\"rows\": 1, \"columns\": {\"c\": {\"nullFraction\": 2}}}}}");
        assertThat(catchThrowableOfType(ProblemException.class, () -> ProfileFile.read(wrong))
                        .problem()
                        .evidence())
                .contains("t.c");
        assertThat(catchThrowableOfType(ProblemException.class, () -> ProfileFile.read(directory.resolve("none.json")))
                        .problem()
                        .evidence())
                .contains("does not exist");
    }
}
