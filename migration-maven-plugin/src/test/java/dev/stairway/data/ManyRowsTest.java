package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows beyond the first of a table, which are planned by their numbers. */
class ManyRowsTest {

    private static final int MANY = 2_000;

    /** Types that every product has, under one name each. */
    private static final String[] COMMON = {
        "CREATE TABLE account (id integer PRIMARY KEY, email varchar(60) NOT NULL UNIQUE, code char(20), name varchar(40),"
                + " motto text, born date, score numeric(8,2) NOT NULL, ratio double precision, active boolean NOT NULL,"
                + " seen timestamp, rank smallint, total bigint NOT NULL CHECK (total > 10), token uuid NOT NULL,"
                + " starts date, ends date, CHECK (starts <= ends))",
        "CREATE TABLE purchase (id bigint PRIMARY KEY, account_id integer NOT NULL REFERENCES account (id),"
                + " again_id bigint REFERENCES purchase (id), state varchar(10) NOT NULL CHECK (state IN ('new', 'paid', 'sent')),"
                + " amount decimal(10,2) NOT NULL CHECK (amount >= 0 AND amount < 500), note text)",
        "CREATE TABLE label (account_id integer REFERENCES account (id), purchase_id bigint REFERENCES purchase (id),"
                + " since timestamp NOT NULL, PRIMARY KEY (account_id, purchase_id))",
        "CREATE TABLE detail (account_id integer PRIMARY KEY REFERENCES account (id), text varchar(200))",
    };

    private static final List<String> TABLES = List.of("account", "purchase", "label", "detail");

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.postgres(14), TestServers.sqlite());
    }

    static Stream<DatabaseServer> allServers() {
        return Stream.concat(
                Stream.of(TestServers.sqlite()), IntStream.rangeClosed(14, 18).mapToObj(TestServers::postgres));
    }

    /**
     * All rows in one spelling, whatever the product. SQLite has no infinity and no NaN, where other extremes stand in, and
     * keeps no sign of zero: https://sqlite.org/floatingpoint.html.
     */
    private static List<String> logical(Filled filled) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String table : TABLES) {
            for (String line : filled.lines("SELECT * FROM " + table + " ORDER BY 1, 2")) {
                lines.add(line.replaceAll("(?<=\\|)t(?=\\|)", "1")
                        .replaceAll("(?<=\\|)f(?=\\|)", "0")
                        .replaceAll("(\\.\\d*?)0+(?=\\||$)", "$1")
                        .replaceAll("\\.(?=\\||$)", "")
                        .replaceAll(" +(?=\\|)", "")
                        .replaceAll("(?<=\\|)(infinity|9999-12-31[^|]*)(?=\\||$)", "latest")
                        .replaceAll("(?<=\\|)(-infinity|0001-01-01[^|]*)(?=\\||$)", "earliest")
                        .replaceAll("(?<=\\|)(NaN|-?Infinity|-15000000000)(?=\\||$)", "no ordinary float")
                        .replaceAll("(?<=\\|)-0(?=\\||$)", "0"));
            }
        }
        return lines;
    }

    private static Stream<String> differences(String row, String other) {
        String[] cells = row.split("\\|", -1);
        String[] others = other.split("\\|", -1);
        return IntStream.range(0, Math.min(cells.length, others.length))
                .filter(cell -> !cells[cell].equals(others[cell]))
                .mapToObj(cell -> "row " + cells[0] + ", column " + cell + ": " + cells[cell] + " <> " + others[cell]);
    }

    @ParameterizedTest
    @MethodSource("allServers")
    void the_same_seed_gives_the_same_rows_on_every_product(DatabaseServer server) throws SQLException {
        try (Filled here = new Filled(server).run(COMMON);
                Filled there = new Filled(TestServers.postgres(18)).run(COMMON)) {
            assertThat(here.fill(MANY).unfilled()).isEmpty();
            there.fill(MANY);
            List<String> rows = logical(here);
            List<String> others = logical(there);
            assertThat(rows).hasSize(TABLES.size() * MANY).hasSameSizeAs(others);
            assertThat(IntStream.range(0, rows.size())
                            .boxed()
                            .flatMap(row -> differences(rows.get(row), others.get(row))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void topped_up_tables_have_the_rows_that_they_would_have_got_at_once(DatabaseServer server) throws SQLException {
        String own = "SELECT id, email, name, born, score, total, token FROM account ORDER BY id";
        try (Filled once = new Filled(server).run(COMMON);
                Filled thrice = new Filled(server).run(COMMON)) {
            once.fill(MANY);
            thrice.fill(20);
            thrice.fill(1_234);
            assertThat(thrice.lines(own)).isNotEqualTo(once.lines(own)).hasSize(1_234);
            thrice.fill(MANY);
            assertThat(thrice.lines(own)).isEqualTo(once.lines(own));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tables_get_the_number_of_rows_that_is_wished_for_each(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server).run(COMMON)) {
            Map<String, Integer> wanted = Map.of("account", 900, filled.name("purchase"), 2_000);
            List<FillProgress.Step> steps = new ArrayList<>();
            FillReport report = filled.filler().fill(new FillWish(10, wanted, Set.of("label")), steps::add);
            assertThat(report.inserted())
                    .containsOnly(
                            Map.entry(filled.name("account"), 900),
                            Map.entry(filled.name("purchase"), 2_000),
                            Map.entry(filled.name("detail"), 10));
            FillProgress.Step last = steps.get(steps.size() - 1);
            assertThat(last.rows()).isEqualTo(last.wanted()).isEqualTo(2_910);
            assertThat(steps)
                    .extracting(FillProgress.Step::table)
                    .contains(filled.name("account"), filled.name("purchase"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_pair_of_parents_is_used_before_a_table_of_pairs_is_full(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run(
                    "CREATE TABLE a (id integer PRIMARY KEY)",
                    "CREATE TABLE b (id varchar(10) PRIMARY KEY)",
                    "CREATE TABLE ab (a integer REFERENCES a (id), b varchar(10) REFERENCES b (id), PRIMARY KEY (a, b))");
            FillReport report =
                    filled.filler().fill(new FillWish(40, Map.of("ab", 1_600), Set.of()), FillProgress.NONE);
            assertThat(report.unfilled()).isEmpty();
            assertThat(filled.number("SELECT count(*) FROM ab")).isEqualTo(1_600);
            FillReport more = filled.filler().fill(new FillWish(40, Map.of("ab", 1_601), Set.of()), FillProgress.NONE);
            assertThat(more.unfilled()).containsOnlyKeys(filled.name("ab"));
            assertThat(more.unfilled().get(filled.name("ab"))).contains("no unused value is left for unique key");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void one_row_that_only_the_database_knows_to_refuse_costs_no_other(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run("CREATE TABLE t (id bigint PRIMARY KEY, name text)");
            filled.run(refusing(filled, "NEW.id % 1000 = 999"));
            FillReport report = filled.fill(MANY);
            assertThat(report.unfilled()).isEmpty();
            assertThat(filled.number("SELECT count(*) FROM t")).isEqualTo(MANY);
            assertThat(filled.number("SELECT count(*) FROM t WHERE id % 1000 = 999"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_table_that_takes_no_more_rows_says_so_and_keeps_those_that_it_took(DatabaseServer server)
            throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run("CREATE TABLE t (id bigint PRIMARY KEY, name text)", "CREATE TABLE u (id integer PRIMARY KEY)");
            filled.run(refusing(filled, "NEW.id > 1700"));
            FillReport report = filled.fill(MANY);
            assertThat(report.inserted()).containsEntry(filled.name("u"), MANY);
            assertThat(report.unfilled()).containsOnlyKeys(filled.name("t"));
            assertThat(report.unfilled().get(filled.name("t"))).contains("closed today");
            assertThat(filled.number("SELECT count(*) FROM t")).isEqualTo(1_700);
        }
    }

    private static String[] refusing(Filled filled, String condition) {
        return filled.isPostgres()
                ? new String[] {
                    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'closed today'; END$$",
                    "CREATE TRIGGER refuse BEFORE INSERT ON t FOR EACH ROW WHEN (" + condition
                            + ") EXECUTE FUNCTION refuse()"
                }
                : new String[] {
                    "CREATE TRIGGER refuse AFTER INSERT ON t WHEN " + condition
                            + " BEGIN SELECT RAISE(ABORT, 'closed today'); END"
                };
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_check_that_no_row_meets_is_reported_by_name(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run("CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL, b integer NOT NULL,"
                    + " CONSTRAINT impossible CHECK (a > 10 AND a < 5))");
            FillReport report = filled.fill(MANY);
            assertThat(report.rows()).isZero();
            assertThat(report.unfilled().get(filled.name("t"))).contains("impossible");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_check_that_most_rows_miss_by_chance_is_met_by_all(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run("CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer, c varchar(9), d varchar(9),"
                    + " CHECK (a > b), CHECK (a <> 17), CHECK ((c IS NULL) <> (d IS NULL)), CHECK (a + b > 5000))");
            assertThat(filled.fill(1_200).unfilled()).isEmpty();
            assertThat(filled.number("SELECT count(*) FROM t")).isEqualTo(1_200);
        }
    }

    @Test
    void tables_with_rules_or_row_security_get_the_same_rows_by_insert() throws SQLException {
        String table = "(id integer PRIMARY KEY, name text, part jsonb, tags text[])";
        try (Filled filled = new Filled(TestServers.postgres(18))) {
            filled.run(
                    "CREATE TABLE t " + table,
                    "CREATE TABLE seen (id integer)",
                    "CREATE RULE seen AS ON INSERT TO t DO ALSO INSERT INTO seen VALUES (NEW.id)");
            filled.filler().fill(new FillWish(0, Map.of("t", 1_500), Set.of()), FillProgress.NONE);
            List<String> byInsert = filled.lines("SELECT * FROM t ORDER BY id");
            assertThat(filled.number("SELECT count(*) FROM seen")).isEqualTo(1_500);
            filled.run("DROP RULE seen ON t", "DELETE FROM t");
            filled.filler().forgetAll();
            filled.filler().fill(new FillWish(0, Map.of("t", 1_500), Set.of()), FillProgress.NONE);
            assertThat(filled.lines("SELECT * FROM t ORDER BY id"))
                    .hasSize(1_500)
                    .isEqualTo(byInsert);
            assertThat(filled.number("SELECT count(*) FROM seen")).isEqualTo(1_500);
        }
    }

    @Test
    void generated_and_identity_columns_and_partitions_are_left_to_the_server() throws SQLException {
        try (Filled filled = new Filled(TestServers.postgres(18))) {
            filled.run(
                    "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial, a integer NOT NULL,"
                            + " rest integer GENERATED ALWAYS AS (a % 7) STORED, boss_id bigint REFERENCES t (id))",
                    "CREATE TABLE p (id integer NOT NULL, day date NOT NULL, what jsonb) PARTITION BY RANGE (day)",
                    "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
                    "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')");
            assertThat(filled.fill(MANY).unfilled()).isEmpty();
            assertThat(filled.lines("SELECT count(*), max(id), sum(rest) = sum(a % 7), count(boss_id) > 1000 FROM t"))
                    .containsExactly("2000|2000|t|t");
            assertThat(filled.number("SELECT least((SELECT count(*) FROM p1), (SELECT count(*) FROM p2))"))
                    .isGreaterThan(700);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tables_that_need_one_another_are_filled_beyond_the_rows_that_were_promised(DatabaseServer server)
            throws SQLException {
        try (Filled filled = new Filled(server)) {
            String first = "CREATE TABLE a (id bigint PRIMARY KEY, b_id bigint NOT NULL";
            String second = "CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint NOT NULL REFERENCES a (id))";
            if (filled.isPostgres()) {
                filled.run(first + ")", second, "ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE");
            } else {
                filled.run(first + " REFERENCES b (id))", second);
            }
            FillWish wish = new FillWish(MANY, Map.of("b", 700), Set.of());
            FillReport report = filled.filler().fill(wish, FillProgress.NONE);
            assertThat(report.unfilled()).isEmpty();
            assertThat(filled.number("SELECT count(*) FROM a JOIN b ON b.id = a.b_id"))
                    .isEqualTo(MANY);
            assertThat(filled.number("SELECT count(*) FROM b")).isEqualTo(700);
        }
    }
}
