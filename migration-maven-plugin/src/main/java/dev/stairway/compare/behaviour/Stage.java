package dev.stairway.compare.behaviour;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.DatabaseId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One database while probes run on it: the statements that probes are made of, in the database's own words. */
final class Stage implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 100;

    private final Member member;
    private final Dialect dialect;
    /** By plain name in lower case. */
    private final Map<String, Table> tables;

    private final Connection connection;
    private Connection second;
    private boolean settles = true;

    private Stage(Member member, Map<String, Table> tables, Connection connection, Dialect dialect) {
        this.member = member;
        this.tables = tables;
        this.connection = connection;
        this.dialect = dialect;
    }

    static Stage open(Member member, Map<String, Table> tables) throws SQLException {
        Dialect dialect = Dialect.of(member.id().product());
        return new Stage(member, tables, connect(member, dialect), dialect);
    }

    private static Connection connect(Member member, Dialect dialect) throws SQLException {
        Connection connection = member.database().connect();
        try {
            for (String setting : dialect.settings()) {
                Dialect.run(connection, setting);
            }
            for (String setting : dialect.patience(PATIENCE_MILLIS)) {
                Dialect.run(connection, setting);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    DatabaseId id() {
        return member.id();
    }

    boolean limitsWaiting() {
        return !dialect.patience(PATIENCE_MILLIS).isEmpty();
    }

    Dialect dialect() {
        return dialect;
    }

    /** Runs the probe and takes back all of it. */
    Told run(Probe probe) throws SQLException {
        try {
            return Told.accepted(probe.attempt().on(this));
        } catch (Unprepared before) {
            return Told.unprepared(before.getMessage());
        } catch (SQLException refused) {
            return Told.refused(dialect.refusal(refused), Refusals.line(refused));
        } finally {
            if (second != null) {
                second.rollback();
            }
            connection.rollback();
        }
    }

    /** The same database over another connection, inside a transaction of its own that ends with the probe. */
    Stage second() throws SQLException {
        if (second == null) {
            second = connect(member, dialect);
        }
        return new Stage(member, tables, second, dialect);
    }

    /** Takes back what the probe did so far; what comes next is in another transaction. */
    void again() throws SQLException {
        connection.rollback();
    }

    /** The default of a column as this database has it; null for none. */
    String fallback(Subject subject) {
        return Unrepeatable.fallback(member, subject.table(), subject.column());
    }

    /** What has to be there before something is tried. */
    void given(Step step) {
        try {
            step.run();
        } catch (SQLException refused) {
            throw new Unprepared(id().product() + " refuses what it needs: " + Refusals.line(refused), refused);
        }
    }

    /** A step of a probe. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /** Stores a row; columns that this database has not, or computes itself, are left out unless they are the ones read. */
    Stored insert(String table, Map<String, Cell> row, Subject read) throws SQLException {
        Table target = table(table);
        String insert = insertText(target, row, read.column());
        Column column = column(target, read.column())
                .orElseThrow(() -> new Unprepared("no column " + read.name() + " on " + id(), null));
        String returning = dialect.returning(insert, Dialect.name(column.name()));
        if (returning == null) {
            Dialect.run(connection, insert);
            return readBack(target, row, read, column);
        }
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(returning)) {
            return rows.next() ? stored(read, column, rows) : Stored.NOTHING;
        }
    }

    /** By a key that the row brings and that does not hold the column itself, which may have become another value. */
    private Stored readBack(Table target, Map<String, Cell> row, Subject read, Column column) throws SQLException {
        Map<String, Cell> key = target.uniqueKeys().stream()
                .map(unique -> part(target, unique.columns(), row))
                .filter(part -> !part.isEmpty() && !part.containsKey(read.column()))
                .findFirst()
                .orElse(Map.of());
        if (key.isEmpty()) {
            return Stored.UNTOLD;
        }
        String query = "SELECT " + Dialect.name(column.name()) + " FROM " + target.sqlName() + where(target, key);
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? stored(read, column, rows) : Stored.UNTOLD;
        }
    }

    /** Nothing where the row does not bring a value for each of the columns. */
    private static Map<String, Cell> part(Table target, List<String> columns, Map<String, Cell> row) {
        Map<String, Cell> part = new LinkedHashMap<>();
        for (String name : columns) {
            Cell cell = row.get(name.toLowerCase(Locale.ROOT));
            boolean brought = target.column(name)
                    .filter(column -> column.origin() != Column.Origin.DATABASE)
                    .isPresent();
            if (cell == null || cell.equals(Cell.NULL) || cell instanceof Cell.Sql || !brought) {
                return Map.of();
            }
            part.put(name.toLowerCase(Locale.ROOT), cell);
        }
        return part;
    }

    /** The same without a look at the row. */
    void insert(String table, Map<String, Cell> row) throws SQLException {
        Dialect.run(connection, insertText(table(table), row, ""));
    }

    private Stored stored(Subject read, Column column, ResultSet rows) throws SQLException {
        Value value = Canon.neutral(column.type(), dialect.read(rows, 1, column.type()));
        return new Stored(Canon.text(read.type(), value), value.isNull() ? null : value.text());
    }

    private String insertText(Table table, Map<String, Cell> row, String wanted) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        row.forEach((name, cell) -> column(table, name)
                .filter(column -> column.origin() != Column.Origin.DATABASE || name.equals(wanted))
                .ifPresent(column -> {
                    names.add(Dialect.name(column.name()));
                    values.add(text(cell, column));
                }));
        String into = "INSERT INTO " + table.sqlName();
        return names.isEmpty()
                ? into + " DEFAULT VALUES"
                : into + " (" + String.join(", ", names) + ") VALUES (" + String.join(", ", values) + ")";
    }

    /** Sets columns of rows; returns how many there were. */
    int update(String table, Map<String, Cell> values, Map<String, Cell> where) throws SQLException {
        Table target = table(table);
        List<String> sets = new ArrayList<>();
        values.forEach((name, cell) -> column(target, name)
                .ifPresent(column -> sets.add(Dialect.name(column.name()) + " = " + text(cell, column))));
        return count("UPDATE " + target.sqlName() + " SET " + String.join(", ", sets) + where(target, where));
    }

    int delete(String table, Map<String, Cell> where) throws SQLException {
        Table target = table(table);
        return count("DELETE FROM " + target.sqlName() + where(target, where));
    }

    private int count(String sql) throws SQLException {
        try (Statement statement = statement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Rows that have these values. */
    long rows(String table, Map<String, Cell> where) throws SQLException {
        Table target = table(table);
        return Long.parseLong(one("SELECT count(*) FROM " + target.sqlName() + where(target, where)));
    }

    /** First column of all rows, separated by blanks. */
    String column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return String.join(" ", values);
    }

    private String one(String query) throws SQLException {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Checks what waits for the commit. */
    void settle(String child) throws SQLException {
        if (settles) {
            dialect.settle(connection, table(child).sqlName());
        }
    }

    /** Without a check of what waits for the commit, because the commit would not check it either. */
    Stored unsettled(Probe.Attempt attempt) throws SQLException {
        settles = false;
        try {
            return attempt.on(this);
        } finally {
            settles = true;
        }
    }

    /** A setting of the connection that can only be changed between transactions. */
    void set(String sql) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        try {
            Dialect.run(connection, sql);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    String sqlName(String table) {
        return table(table).sqlName();
    }

    String sqlName(Subject subject) {
        return column(table(subject.table()), subject.column())
                .map(column -> Dialect.name(column.name()))
                .orElseThrow(() -> new Unprepared("no column " + subject.name() + " on " + id(), null));
    }

    private String where(Table table, Map<String, Cell> where) {
        List<String> parts = new ArrayList<>();
        where.forEach((name, cell) -> column(table, name).ifPresent(column -> {
            boolean missing = cell.equals(Cell.NULL);
            parts.add(Dialect.name(column.name()) + (missing ? " IS NULL" : " = " + text(cell, column)));
        }));
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    private String text(Cell cell, Column column) {
        if (cell instanceof Cell.Sql sql) {
            return sql.text();
        }
        return cell instanceof Cell.Fitted fitted
                ? dialect.constant(Canon.fitted(column.type(), fitted.value()))
                : dialect.constant(((Cell.Constant) cell).value());
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.setEscapeProcessing(false);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private Table table(String plainName) {
        Table table = tables.get(plainName);
        if (table == null) {
            throw new Unprepared("no table " + plainName + " on " + id(), null);
        }
        return table;
    }

    private static Optional<Column> column(Table table, String lowerCase) {
        return table.columns().stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(lowerCase))
                .findFirst();
    }

    @Override
    public void close() throws SQLException {
        try (Connection first = connection;
                Connection other = second) {
            first.rollback();
            if (other != null) {
                other.rollback();
            }
        }
    }
}
