package dev.stairway.fingerprint.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.ObjectChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A value of every type that is changed by as little as can be is noticed, and the same value written again is not. */
class EveryTypeTest {

    /** Column, type, value, the same value in other words, another value close by. */
    private record Typed(String column, String type, String value, String same, String other) {}

    private static final List<Typed> H2 = List.of(
            new Typed("a", "tinyint", "1", "01", "2"),
            new Typed("b", "bigint", "9223372036854775807", "9223372036854775807", "9223372036854775806"),
            new Typed("c", "numeric(10,2)", "1.50", "1.5", "1.51"),
            new Typed("d", "decfloat", "1.5", "1.50", "1.51"),
            new Typed("e", "real", "0.1", "cast(0.1 as real)", "0.10000001"),
            new Typed("f", "double precision", "0.1", "cast(0.1 as double precision)", "0.10000000000000002"),
            new Typed("h", "boolean", "true", "not false", "false"),
            new Typed("i", "varchar(20)", "'a'", "'a'", "'a '"),
            new Typed("j", "varchar(20)", "''", "''", "null"),
            new Typed("k", "clob", "'ä'", "U&'\\00e4'", "U&'a\\0308'"),
            new Typed("l", "varbinary(20)", "x'00ff'", "x'00FF'", "x'00fe'"),
            new Typed("m", "blob", "x''", "x''", "null"),
            new Typed("n", "date", "date '2024-02-29'", "date '2024-02-29'", "date '2024-03-01'"),
            new Typed("o", "time(6)", "time '10:00:00.5'", "time '10:00:00.500000'", "time '10:00:00.500001'"),
            new Typed(
                    "p",
                    "timestamp(6)",
                    "timestamp '2024-01-01 00:00:00'",
                    "timestamp '2024-01-01 00:00:00.000'",
                    "timestamp '2024-01-01 00:00:00.000001'"),
            new Typed(
                    "q",
                    "timestamp with time zone",
                    "timestamp with time zone '2024-01-01 00:00:00+01'",
                    "timestamp with time zone '2024-01-01 00:00:00+01:00'",
                    "timestamp with time zone '2023-12-31 23:00:00+00'"),
            new Typed(
                    "r",
                    "uuid",
                    "'0e984725-c51c-4bf4-9960-e1c80e27aba0'",
                    "'0E984725-C51C-4BF4-9960-E1C80E27ABA0'",
                    "'0e984725-c51c-4bf4-9960-e1c80e27aba1'"),
            new Typed("s", "json", "json '[1, 2]'", "json '[1,2]'", "json '[1, \"2\"]'"),
            new Typed("t", "varchar(20) array", "array['a, b']", "array['a, b']", "array['a', 'b']"),
            new Typed(
                    "u",
                    "interval day to second",
                    "interval '1 00:00:00' day to second",
                    "interval '1 00:00:00' day to second",
                    "interval '1 00:00:01' day to second"),
            new Typed("v", "enum('x', 'y')", "'x'", "'x'", "'y'"),
            new Typed("w", "char(5)", "'a'", "'a '", "'b'"));

    private static final List<Typed> MARIADB = List.of(
            new Typed("a", "tinyint(1)", "1", "true", "2"),
            new Typed("b", "bigint unsigned", "18446744073709551615", "18446744073709551615", "18446744073709551614"),
            new Typed("c", "decimal(10,2)", "1.50", "1.5", "1.51"),
            new Typed("d", "bit(8)", "b'101'", "5", "b'111'"),
            new Typed("e", "float", "0.1", "0.1", "0.1000001"),
            new Typed("f", "double", "0.1", "0.1", "0.10000000000000002"),
            new Typed("g", "mediumint", "1", "1", "null"),
            new Typed("h", "boolean", "false", "0", "null"),
            new Typed("i", "varchar(20)", "'a'", "'a'", "'a '"),
            new Typed("j", "varchar(20)", "'a'", "'a'", "'A'"),
            new Typed("k", "longtext", "''", "''", "null"),
            new Typed("l", "varbinary(20)", "x'00ff'", "X'00FF'", "x'00fe'"),
            new Typed("m", "longblob", "x'00'", "x'00'", "x'0000'"),
            new Typed("n", "date", "'2024-02-29'", "20240229", "'2024-03-01'"),
            new Typed("o", "time(6)", "'-10:00:00.5'", "'-10:00:00.500000'", "'10:00:00.5'"),
            new Typed(
                    "p",
                    "datetime(6)",
                    "'2024-01-01 00:00:00'",
                    "'2024-01-01 00:00:00.000'",
                    "'2024-01-01 00:00:00.000001'"),
            new Typed(
                    "q",
                    "timestamp(3) null",
                    "'2024-01-01 00:00:00'",
                    "'2024-01-01 00:00:00.000'",
                    "'2024-01-01 00:00:00.001'"),
            new Typed(
                    "r",
                    "uuid",
                    "'0e984725-c51c-4bf4-9960-e1c80e27aba0'",
                    "'0E984725-C51C-4BF4-9960-E1C80E27ABA0'",
                    "'0e984725-c51c-4bf4-9960-e1c80e27aba1'"),
            new Typed("s", "json", "'[1, 2]'", "'[1, 2]'", "'[1, 3]'"),
            new Typed("t", "year", "2024", "'2024'", "2025"),
            new Typed("u", "set('x','y')", "'x,y'", "'y,x'", "'x'"),
            new Typed("v", "enum('x','y')", "'x'", "1", "'y'"),
            new Typed("w", "point", "point(1, 2)", "st_geomfromtext('POINT(1 2)')", "point(2, 1)"),
            new Typed("x", "inet6", "'::1'", "'0:0::1'", "'::2'"));

    @Test
    void on_h2() throws SQLException {
        eachAlone(TestServers.h2(), H2);
    }

    @Test
    void on_mariadb() throws SQLException {
        eachAlone(TestServers.mariadb(), MARIADB);
    }

    private static void eachAlone(DatabaseServer server, List<Typed> types) throws SQLException {
        try (server;
                JdbcDatabase database = (JdbcDatabase) server.fresh("types");
                Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of())) {
            StringBuilder create = new StringBuilder("create table t (id int primary key");
            types.forEach(typed ->
                    create.append(", ").append(typed.column()).append(' ').append(typed.type()));
            run(database, create + ")");
            run(database, "insert into t (id) values (1)");
            for (Typed typed : types) {
                run(database, update(typed, typed.value()));
            }
            read(database, fingerprinter);
            for (Typed typed : types) {
                run(database, update(typed, typed.same()));
                assertThat(read(database, fingerprinter))
                        .as("%s in other words", typed)
                        .isEmpty();
                run(database, update(typed, typed.other()));
                assertThat(read(database, fingerprinter))
                        .as("%s", typed)
                        .singleElement()
                        .satisfies(change -> assertThat(change.name()).isEqualTo("t." + typed.column()));
            }
        }
    }

    private static String update(Typed typed, String value) {
        return "update t set " + typed.column() + " = " + value;
    }

    private static List<ObjectChange> read(JdbcDatabase database, Fingerprinter fingerprinter) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            Difference difference = fingerprinter.read(session);
            return DifferenceText.data(difference);
        }
    }

    private static void run(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
