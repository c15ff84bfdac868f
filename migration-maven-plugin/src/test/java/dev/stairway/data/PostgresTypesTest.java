package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTypesTest {

    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "numeric(10,2)",
            "numeric(3,3)",
            "numeric(38,0)",
            "real",
            "double precision",
            "money",
            "boolean",
            "text",
            "varchar",
            "varchar(1)",
            "varchar(7)",
            "char(3)",
            "char",
            "\"char\"",
            "name",
            "bytea",
            "uuid",
            "date",
            "time",
            "time(0)",
            "timetz",
            "timestamp",
            "timestamp(3)",
            "timestamptz",
            "interval",
            "interval year to month",
            "json",
            "jsonb",
            "bit(5)",
            "varbit(9)",
            "varbit",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsvector",
            "tsquery",
            "oid",
            "xid",
            "xid8",
            "cid",
            "tid",
            "pg_lsn",
            "pg_snapshot",
            "txid_snapshot",
            "jsonpath",
            "regclass",
            "regtype",
            "regproc",
            "regprocedure",
            "regnamespace",
            "regconfig",
            "regdictionary",
            "regcollation",
            "int2vector",
            "oidvector",
            "refcursor",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "int4multirange",
            "nummultirange",
            "datemultirange",
            "tstzmultirange",
            "integer[]",
            "text[]",
            "varchar(3)[]",
            "numeric(5,2)[]",
            "timestamptz[]",
            "jsonb[]",
            "bytea[]",
            "uuid[]",
            "box[]",
            "boolean[]",
            "int4range[]",
            "mood",
            "mood[]",
            "us_postal_code",
            "positive[]",
            "address",
            "address[]",
            "floatrange");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void a_table_of_every_type_is_filled(int major) throws SQLException {
        try (Filled filled = new Filled(TestServers.postgres(major))) {
            filled.run(
                    "CREATE TYPE mood AS ENUM ('sad', 'o''k', 'happy, \"very\"')",
                    "CREATE DOMAIN us_postal_code AS text NOT NULL CHECK (length(VALUE) = 5)",
                    "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
                    "CREATE TYPE address AS (street varchar(20), number integer, mood mood)",
                    "CREATE TYPE floatrange AS RANGE (subtype = float8)");
            List<String> tables = new ArrayList<>();
            for (int i = 0; i < TYPES.size(); i++) {
                String table = "t" + i;
                String column = TYPES.get(i);
                filled.run("CREATE TABLE " + table + " (a " + column + " NOT NULL, b " + column + ", id serial)");
                tables.add(table);
            }
            FillReport report = filled.fill(40);
            assertThat(report.unfilled()).isEmpty();
            for (String table : tables) {
                String type = TYPES.get(Integer.parseInt(table.substring(1)));
                assertThat(filled.number("SELECT count(*) FROM " + table))
                        .as(type)
                        .isEqualTo(40);
                if (!type.equals("us_postal_code")) {
                    assertThat(filled.number(
                                    "SELECT count(*) FROM (SELECT FROM " + table + " WHERE b IS NULL LIMIT 1) r"))
                            .as(type)
                            .isEqualTo(1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void a_type_without_known_values_is_null_where_it_may_be_and_reported_where_not(int major) throws SQLException {
        try (Filled filled = new Filled(TestServers.postgres(major))) {
            filled.run("CREATE TABLE may (a aclitem, b text)", "CREATE TABLE must (a aclitem NOT NULL)");
            FillReport report = filled.fill(5);
            assertThat(report.inserted()).containsOnlyKeys("public.may");
            assertThat(report.unfilled())
                    .containsOnlyKeys("public.must")
                    .hasEntrySatisfying(
                            "public.must",
                            reason -> assertThat(reason).isEqualTo("no value is known for column a of type aclitem"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void unicode_empty_and_extreme_values_are_among_the_rows(int major) throws SQLException {
        try (Filled filled = new Filled(TestServers.postgres(major))) {
            filled.run("CREATE TABLE t (id serial PRIMARY KEY, s text, i integer, f double precision, d date)");
            filled.fill(300);
            assertThat(filled.number("SELECT count(*) FROM t WHERE s = ''")).isPositive();
            assertThat(filled.number("SELECT count(*) FROM t WHERE octet_length(s) > length(s)"))
                    .isPositive();
            assertThat(filled.number("SELECT count(*) FROM t WHERE length(s) > 2000"))
                    .isPositive();
            assertThat(filled.number("SELECT count(*) FROM t WHERE i IN (2147483647, -2147483648)"))
                    .isPositive();
            assertThat(filled.number("SELECT count(*) FROM t WHERE f::text = '-0'"))
                    .isPositive();
            assertThat(filled.number("SELECT count(*) FROM t WHERE d = 'infinity'"))
                    .isPositive();
            assertThat(filled.number("SELECT count(*) FROM t WHERE s IS NULL")).isBetween(20L, 60L);
        }
    }
}
