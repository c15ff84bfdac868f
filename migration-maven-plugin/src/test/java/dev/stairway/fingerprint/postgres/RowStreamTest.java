package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.fingerprint.TableData;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowStreamTest {

    /** Everything that COPY or the text of a record escapes, and what looks like an escape. */
    private static final String FILL = """
            CREATE TABLE odd (a text, "b""c" bytea, d char(9), e boolean, f jsonb, g text[]);
            INSERT INTO odd
            SELECT t.v, pg_catalog.convert_to(t.v, 'UTF8'), pg_catalog.left(t.v, 9), pg_catalog.length(t.v) % 2 = 0,
                   pg_catalog.to_jsonb(t.v), ARRAY[t.v, NULL, 'x']
            FROM (VALUES (''), ('\\N'), ('N'), ('\\'), ('\\\\N'), (E'\\t'), (E'a\\nb'), (E'\\r\\f\\b\\v'), ('"'), ('a,b'), ('(x)'),
                         (' blank '), (E'\\\\\\t\\\\'), ('ä€😀'), (E'\\u0001\\u001f'), ('\\.'), (NULL), (pg_catalog.repeat('\\', 9000))) t (v);
            INSERT INTO odd SELECT * FROM odd;
            INSERT INTO odd DEFAULT VALUES;
            """;

    private static final List<Column> COLUMNS = List.of(
            new Column("a", Column.Form.TEXT),
            new Column("b\"c", Column.Form.BYTES),
            new Column("d", Column.Form.PADDED),
            new Column("e", Column.Form.BOOLEAN),
            new Column("f", Column.Form.TEXT),
            new Column("g", Column.Form.TEXT));

    static Stream<DatabaseServer> servers() {
        return Stream.of(14, 18).map(TestServers::postgres);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_large_table_reads_as_a_small_one_does(DatabaseServer server) throws SQLException {
        TableData small = read(server, COLUMNS, 1);
        TableData large = read(server, COLUMNS, 1L << 30);
        assertThat(small.rows()).isEqualTo(37);
        assertThat(large).usingRecursiveComparison().ignoringFields("index").isEqualTo(small);
        assertThat(large.columns().get("a").nonNull()).isEqualTo(34);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void rows_without_columns_are_counted(DatabaseServer server) throws SQLException {
        TableData small = read(server, List.of(), 1);
        assertThat(small.rows()).isEqualTo(37);
        assertThat(read(server, List.of(), 1L << 30).sameRows(small)).isTrue();
    }

    private static TableData read(DatabaseServer server, List<Column> columns, long bytes) throws SQLException {
        Relation relation = new Relation(
                Groups.of(new SchemaObject("table", "public.odd", new TreeMap<>()), List.of()),
                'r',
                "public.odd",
                new TreeMap<>(),
                columns,
                List.of(),
                bytes,
                1);
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("stream");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL);
            connection.setAutoCommit(false);
            return RowReader.read(connection, List.of(relation)).get("public.odd");
        }
    }
}
