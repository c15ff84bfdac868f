package dev.stairway.compare.behaviour;

import static dev.stairway.compare.behaviour.ByHand.asks;
import static dev.stairway.compare.behaviour.ByHand.tries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What SQLite and PostgreSQL do differently with the demo's tables: seen by hand over plain JDBC, and found by the probes. */
class DemoShopBehaviourTest {

    private static final Path DEMO =
            Path.of(System.getProperty("basedir", "."), "..", "it", "src", "demo", "shop", "src", "main", "resources");

    private static final String CATEGORY = "insert into category (id, name) values (9001, 'tools')";
    private static final String CUSTOMER = "insert into customer (id, email, full_name) values (9001, 'a@b', 'Ann')";
    private static final String ACCEPTED = "accepted";

    private static Beside beside;
    private static JdbcDatabase sqlite;
    private static JdbcDatabase postgres;
    private static Map<String, List<DataDifference>> data;
    private static BehaviourReport report;

    @BeforeAll
    static void play() throws SQLException {
        beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18));
        sqlite = beside.database("sqlite");
        postgres = beside.database("postgresql");
        data = Played.on(beside, DEMO, "db/changelog/db.changelog-master.xml", 20);
        report = beside.probe();
    }

    @AfterAll
    static void close() {
        beside.close();
    }

    @Test
    void after_every_migration_both_hold_the_same_rows() throws SQLException {
        assertThat(data).isEmpty();
        assertThat(beside.count("order_line")).containsExactly(20L, 20L);
        assertThat(beside.count("order_status")).containsExactly(3L, 3L);
    }

    @Test
    void every_table_is_probed() {
        assertThat(report.notProbed()).isEmpty();
        assertThat(report.probed()).extracting(Probed::table).contains("review", "order_line", "order_status");
    }

    /** Each of them has its test below. */
    @Test
    void nothing_else_is_different() {
        assertThat(report.differences())
                .extracting(BehaviourDifference::reasonId)
                .containsOnly(
                        "sqlite-counts-integer-keys",
                        "other-rule-speaks-first",
                        "sqlite-ignores-lengths",
                        "blanks-are-cut",
                        "char-is-padded",
                        "sqlite-integers-are-wide",
                        "fractions-are-rounded",
                        "sqlite-like-ignores-case",
                        "sequences-do-not-see-explicit-keys",
                        "sqlite-has-one-writer",
                        "sqlite-checks-references-when-asked",
                        "nulls-come-first-or-last",
                        "sqlite-has-no-dates",
                        "sqlite-stores-any-type",
                        "current-timestamp-looks-otherwise");
    }

    @Test
    void sqlite_accepts_300_characters_in_varchar_200() throws SQLException {
        String insert = "insert into customer (id, email, full_name) values (9001, 'a@b', '" + "x".repeat(300) + "')";
        differs(insert, "22001");
        BehaviourDifference found = found("sqlite-ignores-lengths");
        assertThat(found.what())
                .isEqualTo("sqlite " + sqlite.id().version() + " accepts 201 characters in varchar(200), postgresql 18"
                        + " refuses it (too long): address.street and 10 more columns");
        assertThat(found.columns()).contains("customer.full_name", "product.sku", "order_status.code");
        assertThat(found.reason()).contains("https://www.sqlite.org/datatype3.html");
        assertThat(found.explained()).isTrue();
    }

    @Test
    void sqlite_counts_a_key_that_a_row_does_not_bring() throws SQLException {
        String insert = "insert into product (category_id, sku, name) values (9001, 's', 'saw')";
        assertThat(tries(sqlite, CATEGORY, insert)).isEqualTo(ACCEPTED);
        assertThat(tries(postgres, CATEGORY, insert)).isEqualTo("23502");
        assertThat(found("sqlite-counts-integer-keys").columns()).contains("product.id", "purchase_order.id");
    }

    @Test
    void integers_of_sqlite_take_more_than_32_bits() throws SQLException {
        String insert =
                "insert into product (id, category_id, sku, name, stock) values (9001, 9001, 's', 'saw', 2147483648)";
        assertThat(tries(sqlite, CATEGORY, insert)).isEqualTo(ACCEPTED);
        assertThat(tries(postgres, CATEGORY, insert)).isEqualTo("22003");
        assertThat(found("sqlite-integers-are-wide").columns()).contains("product.stock");
    }

    @Test
    void sqlite_stores_a_text_in_an_integer_column() throws SQLException {
        String insert =
                "insert into product (id, category_id, sku, name, stock) values (9001, 9001, 's', 'saw', 'abc')";
        assertThat(tries(sqlite, CATEGORY, insert)).isEqualTo(ACCEPTED);
        assertThat(tries(postgres, CATEGORY, insert)).isEqualTo("22P02");
        assertThat(found("sqlite-stores-any-type").columns()).contains("product.stock");
    }

    @Test
    void postgresql_rounds_a_fraction_that_sqlite_keeps() throws SQLException {
        String insert =
                "insert into product (id, category_id, sku, name, stock) values (9001, 9001, 's', 'saw', 30000.5)";
        String query = "select stock from product where id = 9001";
        assertThat(asks(sqlite, query, CATEGORY, insert)).isEqualTo("30000.5");
        assertThat(asks(postgres, query, CATEGORY, insert)).isEqualTo("30001");
        assertThat(found("fractions-are-rounded").columns()).isNotEmpty();
    }

    @Test
    void sqlite_has_a_thirtieth_of_february() throws SQLException {
        String insert =
                "insert into purchase_order (id, customer_id, placed_at) values (9001, 9001, '2024-02-30 12:00:00')";
        assertThat(tries(sqlite, CUSTOMER, insert)).isEqualTo(ACCEPTED);
        assertThat(tries(postgres, CUSTOMER, insert)).isEqualTo("22008");
        assertThat(found("sqlite-has-no-dates").columns())
                .containsExactly("customer.created_at", "purchase_order.placed_at", "review.written_at");
    }

    @Test
    void sqlite_keeps_the_zone_that_postgresql_drops() throws SQLException {
        String insert =
                "insert into purchase_order (id, customer_id, placed_at) values (9001, 9001, '2024-06-15 12:00:00+05:00')";
        String query = "select placed_at from purchase_order where id = 9001";
        assertThat(asks(sqlite, query, CUSTOMER, insert)).isEqualTo("2024-06-15 12:00:00+05:00");
        assertThat(asks(postgres, query, CUSTOMER, insert)).isEqualTo("2024-06-15 12:00:00");
        assertThat(report.differences())
                .filteredOn(found -> found.reasonId().equals("sqlite-has-no-dates"))
                .anySatisfy(found -> assertThat(found.examples()).anyMatch(each -> each.contains("+05:00")));
    }

    @Test
    void postgresql_fills_a_country_code_up_with_blanks() throws SQLException {
        String insert =
                "insert into address (id, customer_id, street, city, country_code) values (9001, 9001, 's', 'c', 'x')";
        String query = "select country_code from address where id = 9001";
        assertThat(asks(sqlite, query, CUSTOMER, insert)).isEqualTo("x");
        assertThat(asks(postgres, query, CUSTOMER, insert)).isEqualTo("x ");
        assertThat(found("char-is-padded").columns()).containsExactly("address.country_code");
    }

    @Test
    void postgresql_cuts_blanks_that_are_too_many() throws SQLException {
        String insert = "insert into order_status (code, label) values ('x" + " ".repeat(20) + "', 'l')";
        String query = "select length(code) from order_status where label = 'l'";
        assertThat(asks(sqlite, query, insert)).isEqualTo("21");
        assertThat(asks(postgres, query, insert)).isEqualTo("20");
        assertThat(found("blanks-are-cut").columns()).contains("order_status.code");
    }

    @Test
    void like_of_sqlite_finds_capitals() throws SQLException {
        String query = "select count(*) from order_status where label like 'w%'";
        assertThat(asks(sqlite, query)).isEqualTo("2");
        assertThat(asks(postgres, query)).isEqualTo("0");
        assertThat(found("sqlite-like-ignores-case").columns()).contains("order_status.label");
    }

    @Test
    void null_comes_first_in_sqlite_and_last_in_postgresql() throws SQLException {
        String query = "select parent_id from category where id >= 9001 order by parent_id limit 1";
        String child = "insert into category (id, name, parent_id) values (9002, 'saws', 9001)";
        assertThat(asks(sqlite, query, CATEGORY, child)).isNull();
        assertThat(asks(postgres, query, CATEGORY, child)).isEqualTo("9001");
        assertThat(found("nulls-come-first-or-last").columns()).contains("category.parent_id");
    }

    @Test
    void postgresql_counts_into_a_key_that_was_given() throws SQLException {
        String next = asks(postgres, "select nextval(pg_get_serial_sequence('category', 'id')) + 1");
        String given = "insert into category (id, name) values (" + next + ", 'given')";
        assertThat(tries(postgres, given, "insert into category (name) values ('counted')"))
                .isEqualTo("23505");
        assertThat(tries(sqlite, given, "insert into category (name) values ('counted')"))
                .isEqualTo(ACCEPTED);
        assertThat(found("sequences-do-not-see-explicit-keys").columns()).contains("category.id");
    }

    @Test
    void only_one_may_write_to_sqlite_at_a_time() throws SQLException {
        assertThat(besideAnother(sqlite, "pragma busy_timeout = 50")).isEqualTo("SQLITE_BUSY");
        assertThat(besideAnother(postgres, "set lock_timeout = 50")).isEqualTo(ACCEPTED);
        assertThat(found("sqlite-has-one-writer").explained()).isTrue();
    }

    private static String besideAnother(JdbcDatabase database, String patience) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect();
                Statement holding = first.createStatement();
                Statement waiting = second.createStatement()) {
            waiting.execute(patience);
            first.setAutoCommit(false);
            holding.execute("update order_status set label = 'x' where code = 'NEW'");
            String told = tries(second, "update order_status set label = 'y' where code = 'PAID'");
            first.rollback();
            return told;
        }
    }

    @Test
    void sqlite_does_not_look_for_parents_unless_it_is_asked() throws SQLException {
        String orphan =
                "insert into purchase_order (id, customer_id, placed_at) values (9001, -1, '2024-06-15 12:00:00')";
        assertThat(tries(sqlite, orphan)).as("as this plugin opens it").isEqualTo("SQLITE_CONSTRAINT_FOREIGNKEY");
        try (Connection plain = DriverManager.getConnection(sqlite.url())) {
            assertThat(tries(plain, orphan)).as("as the driver opens it").isEqualTo(ACCEPTED);
        }
        assertThat(tries(postgres, orphan)).isEqualTo("23503");
        assertThat(found("sqlite-checks-references-when-asked").kind()).isEqualTo(ProbeKind.UNASKED_REFERENCE);
    }

    @Test
    void current_timestamp_has_fractions_in_postgresql_alone() throws SQLException {
        String query = "select created_at from customer where id = 9001";
        assertThat(asks(sqlite, query, CUSTOMER)).hasSize("2024-06-15 12:00:00".length());
        assertThat(asks(postgres, query, CUSTOMER)).contains(".");
        assertThat(found("current-timestamp-looks-otherwise").explained()).isTrue();
    }

    @Test
    void a_number_that_is_too_large_and_refers_to_nobody_is_refused_for_another_reason() throws SQLException {
        String insert = "insert into address (id, customer_id, street, city, country_code)"
                + " values (9001, 2147483648, 's', 'c', 'DE')";
        assertThat(tries(sqlite, insert)).isEqualTo("SQLITE_CONSTRAINT_FOREIGNKEY");
        assertThat(tries(postgres, insert)).isEqualTo("22003");
        assertThat(found("other-rule-speaks-first").columns()).contains("address.customer_id");
    }

    /** What is refused by both, and for the same reason, is no difference. */
    @Test
    void near_misses_are_not_told() throws SQLException {
        String quantity = "insert into order_line (order_id, line_number, product_id, quantity) values (1, 9001, 1, 0)";
        assertThat(tries(sqlite, quantity)).isEqualTo("SQLITE_CONSTRAINT_CHECK");
        assertThat(tries(postgres, quantity)).isEqualTo("23514");
        String twice = "insert into order_status (code, label) values ('NEW', 'again')";
        assertThat(tries(sqlite, twice)).isEqualTo("SQLITE_CONSTRAINT_PRIMARYKEY");
        assertThat(tries(postgres, twice)).isEqualTo("23505");
        assertThat(report.differences())
                .extracting(BehaviourDifference::kind)
                .doesNotContain(
                        ProbeKind.CHECK,
                        ProbeKind.DUPLICATE_KEY,
                        ProbeKind.MISSING_PARENT,
                        ProbeKind.ON_DELETE,
                        ProbeKind.ON_UPDATE);
        assertThat(report.probed())
                .extracting(Probed::kind)
                .contains(
                        ProbeKind.CHECK,
                        ProbeKind.DUPLICATE_KEY,
                        ProbeKind.MISSING_PARENT,
                        ProbeKind.ON_DELETE,
                        ProbeKind.ON_UPDATE);
    }

    private static void differs(String statement, String refusal) throws SQLException {
        assertThat(tries(sqlite, statement)).isEqualTo(ACCEPTED);
        assertThat(tries(postgres, statement)).isEqualTo(refusal);
    }

    private static BehaviourDifference found(String reason) {
        return report.differences().stream()
                .filter(difference -> difference.reasonId().equals(reason))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reason + " is not among " + report.differences()));
    }
}
