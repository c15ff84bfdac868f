package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.jdbc.StatementText;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Store over PostgreSQL: as many statements as possible in one message, for a round trip costs more than a small table. */
public final class PostgresStore extends JdbcStore {

    /**
     * Constants are read and written the same way, whatever the user's server is set to; and what runs several times,
     * such as the checks of references, is planned once: https://www.postgresql.org/docs/current/runtime-config-query.html.
     */
    private static final String SETTINGS = """
            SET standard_conforming_strings = on; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
            SET timezone = 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET lc_monetary = 'C';
            SET xmloption = 'content'; SET statement_timeout = 0; SET client_min_messages = 'error'; SET plan_cache_mode = 'force_generic_plan';
            SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE
            """;

    private static final Pattern SEVERITY = Pattern.compile("^[A-Z]+: +");

    private static final StatementText TEXT =
            new StatementText(Sql::constant, "tableoid::pg_catalog.text || ' ' || ctid::pg_catalog.text");

    private static final int TABLES_PER_COUNT = 200;

    private final TypeReader types = new TypeReader();
    private CatalogReader catalog;

    public PostgresStore(JdbcDatabase database) {
        super(database, SETTINGS, SEVERITY);
    }

    @Override
    protected void opened(Connection fresh) throws SQLException {
        catalog = CatalogReader.open(fresh, types);
    }

    @Override
    public void deferReferences() throws SQLException {
        run("SET CONSTRAINTS ALL DEFERRED");
    }

    @Override
    public Map<String, Table> tables() throws SQLException {
        return catalog.all();
    }

    @Override
    public Map<String, Table> tables(Collection<String> names) throws SQLException {
        return catalog.named(names);
    }

    @Override
    public Map<String, Integer> counts(Collection<Table> tables, int limit) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        List<Table> all = List.copyOf(tables);
        for (int from = 0; from < all.size(); from += TABLES_PER_COUNT) {
            List<Table> some = all.subList(from, Math.min(all.size(), from + TABLES_PER_COUNT));
            try (Statement statement = statement()) {
                Results results = new Results(statement, RowSql.counts(some, limit));
                List<Long> numbers = results.rows(row -> TypeReader.list(row.getArray(1), Long.class))
                        .get(0);
                for (int i = 0; i < some.size(); i++) {
                    counts.put(some.get(i).name(), numbers.get(i).intValue());
                }
            }
        }
        return counts;
    }

    @Override
    public List<List<List<Value>>> values(List<Selection> selections) throws SQLException {
        if (selections.isEmpty()) {
            return List.of();
        }
        String sql = selections.stream().map(RowSql::values).collect(Collectors.joining(";"));
        List<List<List<Value>>> values = new ArrayList<>();
        try (Statement statement = statement()) {
            Results results = new Results(statement, sql);
            for (Selection selection : selections) {
                int columns = selection.columns().size();
                values.add(results.rows(row -> RowSql.row(row, columns)));
            }
        }
        return values;
    }

    @Override
    public List<Stored> insert(List<Batch> batches) throws SQLException {
        List<List<String>> statements = batches.stream().map(TEXT::inserts).toList();
        List<Stored> stored = new ArrayList<>();
        atomic(statements.stream().flatMap(List::stream).toList(), results -> {
            for (List<String> each : statements) {
                stored.add(results.stored(each.size()));
            }
        });
        return stored;
    }

    @Override
    public RowStream stream(Table table, List<String> columns) throws SQLException {
        boolean copies = !columns.isEmpty() && one(RowSql.copies(table), row -> row.getBoolean(1));
        return copies
                ? new CopyStream(connection(), table, columns)
                : new InsertStream(this, connection(), table, columns);
    }

    @Override
    public long largest(Table table, String column) throws SQLException {
        return one(RowSql.largest(table, column), row -> row.getLong(1));
    }

    @Override
    public Run run(Table table, String column) throws SQLException {
        return one(RowSql.span(table, column), row -> run(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public long bytes(Table table) throws SQLException {
        return one(RowSql.bytes(table), row -> row.getLong(1));
    }

    private <T> T one(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = statement()) {
            return rows(statement.executeQuery(sql), reader).get(0);
        }
    }

    @Override
    public void update(List<Update> updates) throws SQLException {
        if (updates.isEmpty()) {
            return;
        }
        try {
            atomic(updates.stream().map(PostgresStore::text).toList(), results -> {});
        } catch (SQLException refusal) {
            if (isLost(refusal)) {
                throw refusal;
            }
            if (updates.size() > 1) {
                int half = updates.size() / 2;
                update(updates.subList(0, half));
                update(updates.subList(half, updates.size()));
            }
        }
    }

    private static String text(Update update) {
        String[] place = update.locator().split(" ");
        return "UPDATE " + update.table().sqlName() + " SET " + TEXT.sets(update.values()) + " WHERE tableoid = "
                + place[0] + " AND ctid = '" + place[1] + "'";
    }

    /** Takes results in the order of the statements. */
    @FunctionalInterface
    private interface Taker {
        void take(Results results) throws SQLException;
    }

    /** Runs all the statements in one message; none of them has happened when one is refused. */
    private void atomic(List<String> statements, Taker taker) throws SQLException {
        String sql = statements.stream()
                .collect(Collectors.joining("; ", "SAVEPOINT " + SAVEPOINT + "; ", "; RELEASE SAVEPOINT " + SAVEPOINT));
        try (Statement statement = statement()) {
            Results results = new Results(statement, sql);
            results.next();
            taker.take(results);
        } catch (SQLException refusal) {
            backToSavepoint(refusal);
            throw refusal;
        }
    }

    @Override
    public void reclaim(Collection<String> tables) throws SQLException {
        List<String> names =
                tables(tables).values().stream().map(Table::sqlName).toList();
        connection().commit();
        connection().setAutoCommit(true);
        // Rows that were taken back stay in the files until then:
        // https://www.postgresql.org/docs/current/sql-vacuum.html.
        run("VACUUM " + String.join(", ", names));
    }

    @Override
    public boolean isFull(SQLException failure) {
        // Class 53, insufficient resources: https://www.postgresql.org/docs/current/errcodes-appendix.html
        return state(failure).startsWith("53");
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    @Override
    public boolean isLost(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P02") || isFull(failure);
    }
}
