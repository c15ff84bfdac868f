package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.data.fixture.FixtureLoader;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

/** Rows for products that have no dialect of their own. */
class OtherProductsTest {

    private static final List<String> H2_TYPES = List.of(
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "numeric(8,3)",
            "decfloat",
            "real",
            "double precision",
            "boolean",
            "char(3)",
            "varchar(5)",
            "clob",
            "binary(4)",
            "varbinary(4)",
            "blob",
            "date",
            "time",
            "time with time zone",
            "timestamp",
            "timestamp with time zone",
            "uuid",
            "json",
            "enum('x', 'it''s')");

    private static final List<String> MARIADB_TYPES = List.of(
            "tinyint",
            "tinyint(1)",
            "tinyint unsigned",
            "smallint",
            "mediumint",
            "int",
            "int unsigned",
            "bigint",
            "decimal(8,3)",
            "float",
            "double",
            "bit(1)",
            "boolean",
            "char(3)",
            "varchar(5)",
            "text",
            "tinytext",
            "binary(4)",
            "varbinary(4)",
            "blob",
            "date",
            "time",
            "datetime",
            "timestamp",
            "year",
            "json",
            "uuid",
            "inet6",
            "enum('x','it''s')",
            "set('x','y')");

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.h2(), TestServers.mariadb());
    }

    @Test
    void every_type_of_h2_takes_rows() throws SQLException {
        takesRows(TestServers.h2(), H2_TYPES);
    }

    @Test
    void every_type_of_mariadb_takes_rows() throws SQLException {
        takesRows(TestServers.mariadb(), MARIADB_TYPES);
    }

    private static void takesRows(DatabaseServer server, List<String> types) throws SQLException {
        try (Filled filled = new Filled(server)) {
            for (int i = 0; i < types.size(); i++) {
                filled.run("create table t" + i + " (a " + types.get(i) + " not null, b " + types.get(i) + " null)");
            }
            FillReport report = filled.fill(30);
            assertThat(report.unfilled()).isEmpty();
            assertThat(report.rows()).isEqualTo(30L * types.size());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keys_references_and_checks_are_kept(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            boolean h2 = server.id().product().equals("h2");
            String counted = h2 ? "int generated always as identity" : "int auto_increment";
            filled.run(
                    "create table p (id " + counted + " primary key, code varchar(12) not null unique)",
                    "create table c (id bigint primary key, p_id int not null, amount decimal(8,2) not null"
                            + " check (amount between 1 and 5), kind varchar(8) check (kind in ('a', 'b')),"
                            + " twice bigint generated always as (id * 2), foreign key (p_id) references p (id))",
                    "create table self (id int primary key, up int, foreign key (up) references self (id))");
            FillReport report = filled.fill(1200);
            assertThat(report.unfilled()).isEmpty();
            assertThat(filled.number("select count(*) from c where amount between 1 and 5"))
                    .isEqualTo(1200);
            assertThat(filled.number("select count(distinct code) from p")).isEqualTo(1200);
            assertThat(filled.filler().write(Set.of("c"), 3, Set.of()).inserted())
                    .containsEntry("c", 3);
            assertThat(filled.number("select count(*) from c")).isEqualTo(1203);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void fixtures_are_loaded(DatabaseServer server, @TempDir Path directory) throws SQLException, IOException {
        boolean h2 = server.id().product().equals("h2");
        Path file = Files.writeString(
                directory.resolve("tools.json"),
                "{\"tools\": [{\"id\": 7, \"name\": \"saw\", \"born\": \"2024-02-29\", \"sharp\": true, \"more\": {\"a\": 1}},"
                        + " {\"name\": \"it's\"}]}");
        try (server;
                JdbcDatabase database = (JdbcDatabase) server.fresh("fixture");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table tools (id int " + (h2 ? "generated by default as identity" : "auto_increment")
                            + " primary key, name varchar(20), born date, sharp boolean, more json)");
            Fixture fixture = Fixture.of(file, "tools.json");
            assertThat(FixtureLoader.open(database, fixture).load().values()).containsExactly(2L);
            statement.execute("insert into tools (name) values ('next')");
            try (ResultSet row = statement.executeQuery(
                    "select count(*), max(id), max(born), max(case when id = 7 then more end) from tools")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(3);
                assertThat(row.getInt(2)).isGreaterThanOrEqualTo(8);
                assertThat(row.getString(3)).isEqualTo("2024-02-29");
                assertThat(row.getString(4).replace(" ", "")).isEqualTo("{\"a\":1}");
            }
        }
    }
}
