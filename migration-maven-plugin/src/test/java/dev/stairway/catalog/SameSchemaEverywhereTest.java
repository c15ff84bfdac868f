package dev.stairway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.schema.SchemaComparison;
import dev.stairway.compare.schema.SchemaDifference;
import dev.stairway.compare.schema.Seen;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same declarations read the same in real databases, and small differences between them are seen. */
class SameSchemaEverywhereTest {

    private static final List<String> SHOP = List.of(
            "create table country (code char(2) not null primary key, name varchar(60) not null unique)",
            "create table customer (id integer not null primary key, country_code char(2) not null references country"
                    + " on delete cascade on update set null deferrable initially deferred,"
                    + " email varchar(100) default 'nobody@example.com', points integer default 0 not null,"
                    + " balance numeric(9, 2) default 0.00 not null, active boolean default true not null,"
                    + " born date, made timestamp default current_timestamp not null,"
                    + " total integer generated always as (points * 2) stored,"
                    + " constraint customer_points check (points >= 0 and points between -5 and 100 and points <> 7),"
                    + " constraint customer_mail unique (email, country_code),"
                    + " check (country_code in ('DE', 'AT') or email is not null))",
            "create index customer_born on customer (born desc, email)",
            "create unique index customer_lower on customer (lower(email)) where active",
            "create table bookkeeping (a integer)",
            "create view adults as select email from customer");

    @Test
    void sqliteAndPostgresqlReadTheSameFromTheSameStatements() throws Exception {
        List<SchemaDifference> differences = compare(TestServers.sqlite(), SHOP, TestServers.postgres(17), SHOP);

        assertThat(differences.stream()
                        .filter(difference -> !difference.explained())
                        .map(SchemaDifference::what))
                .isEmpty();
        assertThat(differences.stream().map(SchemaDifference::reasonId)).contains("sqlite-lengths-not-enforced");
    }

    @Test
    void everySmallChangeOfAStatementIsSeen() throws Exception {
        List<String> other = SHOP.stream()
                .map(sql -> sql.replace("on delete cascade", "on delete restrict")
                        .replace("deferrable initially deferred", "")
                        .replace("default 'nobody@", "default 'somebody@")
                        .replace("points >= 0", "points >= 1")
                        .replace("born desc", "born")
                        .replace("where active", "")
                        .replace("points * 2", "points * 3")
                        .replace("numeric(9, 2)", "numeric(9, 3)")
                        .replace("name varchar(60) not null unique", "name varchar(60) unique"))
                .toList();

        assertThat(compare(TestServers.sqlite(), SHOP, TestServers.postgres(17), other).stream()
                        .filter(difference -> !difference.explained())
                        .map(difference -> difference.item().subject() + " "
                                + difference.aspect().id()))
                .containsExactlyInAnyOrder(
                        "country.name nullability",
                        "customer.balance type",
                        "customer.email default",
                        "customer.total default",
                        "customer foreign key (country_code) -> country on-delete",
                        "customer foreign key (country_code) -> country deferrable",
                        "customer check ((points <= 100) and (points <> 7) and (points >= -5) and (points >= 0)) presence",
                        "customer check ((points <= 100) and (points <> 7) and (points >= -5) and (points >= 1)) presence",
                        "customer index (born desc, email) presence",
                        "customer index (born, email) presence",
                        "customer index (lower(email)) presence",
                        "customer index (lower(email)) where active presence");
    }

    @Test
    void countedKeysAndTypesOfUsersAreUnderstood() throws Exception {
        LogicalSchema schema = read(
                TestServers.postgres(18),
                List.of(
                        "create type mood as enum ('sad', 'happy')",
                        "create domain percent as integer not null check (value <= 100)",
                        "create table t (id bigserial primary key, n integer generated always as identity, m mood,"
                                + " p percent, tags text[], u uuid, j jsonb, z timestamptz(3), v varchar)"));

        LogicalTable table = schema.tables().get("t");
        assertThat(table.columns())
                .extracting(column -> column.name() + " " + column.type().family() + " " + column.generation())
                .containsExactly(
                        "id BIGINT COUNTED",
                        "n INTEGER COUNTED",
                        "m ENUM NONE",
                        "p INTEGER NONE",
                        "tags ARRAY NONE",
                        "u UUID NONE",
                        "j JSON NONE",
                        "z TIMESTAMP_ZONED NONE",
                        "v TEXT NONE");
        assertThat(table.column("p").orElseThrow().nullable()).isFalse();
        assertThat(table.column("z").orElseThrow().type().precision()).isEqualTo(3);
        assertThat(table.checks()).extracting(check -> check.text()).containsExactly("(p <= 100)");
    }

    @Test
    void whatHasIndexesAndChecksAndIsNoTableIsLeftAlone() throws Exception {
        LogicalSchema schema = read(
                TestServers.postgres(18),
                List.of(
                        "create table t (a integer not null check (a > 0))",
                        "create index t_a on t (a)",
                        "create materialized view m as select a from t",
                        "create unique index m_a on m (a)",
                        "create foreign data wrapper elsewhere",
                        "create server other foreign data wrapper elsewhere",
                        "create foreign table f (a integer check (a > 0)) server other"));

        assertThat(schema.tables()).containsOnlyKeys("t");
        assertThat(schema.views()).containsExactly("m");
        LogicalTable table = schema.tables().get("t");
        assertThat(table.indexes()).extracting(index -> index.name()).containsExactly("t_a");
        assertThat(table.checks()).extracting(check -> check.text()).containsExactly("(a > 0)");
    }

    @Test
    void aColumnWithADollarInItsNameKeepsTheCheckOfItsDomain() throws Exception {
        LogicalSchema schema = read(
                TestServers.postgres(18),
                List.of(
                        "create domain percent as integer check (value <= 100)",
                        "create table t (a$b percent, \"a\\b\" percent)"));

        assertThat(schema.tables().get("t").checks())
                .extracting(check -> check.written())
                .containsExactly("(a$b <= 100)", "(a\\b <= 100)");
    }

    @Test
    void aCheckOfAllLabelsStandsForAnEnumAndAnotherOneDoesNot() throws Exception {
        List<String> typed = List.of(
                "create type mood as enum ('sad', 'it''s fine')",
                "create table t (a mood, b mood, c boolean, d boolean)");
        List<String> checked =
                List.of("create table t (a text check (a in ('sad', 'it''s fine')), b text check (b in ('sad')),"
                        + " c boolean check (c in (0, 1)), d boolean check (d = 1))");

        assertThat(compare(TestServers.sqlite(), checked, TestServers.postgres(17), typed).stream()
                        .filter(difference -> !difference.explained())
                        .map(difference -> difference.item().subject()))
                .containsExactlyInAnyOrder("t check (b = 'sad')", "t check (d = 1)");
    }

    @Test
    void whatStandsInQuotesIsNoCastAndNoNumber() throws Exception {
        String table =
                "create table t (kind text default '%s', code text check (code <> '%s'), n integer check (n >= -5),"
                        + " price numeric(9, 2) check (price > -1.50), \"a::b\" text check (upper(\"a::b\") <> 'x' or kind = 'App::Admin'))";

        assertThat(open(
                        TestServers.sqlite(),
                        List.of(table.formatted("App::User", "007")),
                        TestServers.postgres(17),
                        List.of(table.formatted("App::User", "007"))))
                .isEmpty();
        assertThat(open(
                        TestServers.sqlite(),
                        List.of(table.formatted("App::User", "007")),
                        TestServers.postgres(17),
                        List.of(table.formatted("App::Admin", "7"))))
                .containsExactlyInAnyOrder(
                        "t.kind default", "t check (code <> '007') presence", "t check (code <> 7) presence");
    }

    @Test
    void computedColumnsOfOtherProductsAreReadWithTheirExpressions() throws Exception {
        String table = "create table t (n integer, twice integer generated always as (n * %d) %s)";
        List<String> postgres = List.of(table.formatted(2, "stored"));

        assertThat(open(TestServers.h2(), List.of(table.formatted(2, "")), TestServers.postgres(17), postgres))
                .isEmpty();
        assertThat(open(TestServers.h2(), List.of(table.formatted(3, "")), TestServers.postgres(17), postgres))
                .containsExactly("t.twice default");
        assertThat(open(
                        TestServers.mariadb(),
                        List.of(table.formatted(2, "stored")),
                        TestServers.postgres(17),
                        postgres))
                .isEmpty();
        assertThat(open(
                        TestServers.mariadb(),
                        List.of(table.formatted(3, "virtual")),
                        TestServers.postgres(17),
                        postgres))
                .as("whether it is kept is known")
                .containsExactly("t.twice default");
    }

    private static List<String> open(DatabaseServer one, List<String> first, DatabaseServer other, List<String> second)
            throws Exception {
        return compare(one, first, other, second).stream()
                .filter(difference -> !difference.explained())
                .map(difference ->
                        difference.item().subject() + " " + difference.aspect().id())
                .toList();
    }

    @Test
    void theRowidOfSqliteCountsAndOtherKeysOfItTakeNull() throws Exception {
        LogicalSchema schema = read(
                TestServers.sqlite(),
                List.of(
                        "create table r (id integer primary key)",
                        "create table k (id varchar(9) primary key)",
                        "create table w (id varchar(9) primary key) without rowid"));

        assertThat(id(schema, "r").generation()).isEqualTo(Generation.COUNTED);
        assertThat(id(schema, "r").nullable()).isFalse();
        assertThat(id(schema, "k").nullable()).isTrue();
        assertThat(id(schema, "w").nullable()).isFalse();
    }

    private static LogicalColumn id(LogicalSchema schema, String table) {
        return schema.tables().get(table).column("id").orElseThrow();
    }

    private static List<SchemaDifference> compare(
            DatabaseServer one, List<String> first, DatabaseServer other, List<String> second) throws Exception {
        List<Seen> seen = new ArrayList<>();
        seen.add(new Seen(one.id(), read(one, first)));
        seen.add(new Seen(other.id(), read(other, second)));
        return SchemaComparison.of(seen);
    }

    private static LogicalSchema read(DatabaseServer server, List<String> statements) throws Exception {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("schema");
                Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return LogicalReaders.of(database).read(connection, Set.of("bookkeeping"));
        }
    }
}
