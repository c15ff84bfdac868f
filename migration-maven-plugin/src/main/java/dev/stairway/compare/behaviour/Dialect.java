package dev.stairway.compare.behaviour;

import dev.stairway.data.jdbc.Names;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** What products write differently in the statements of a probe. This one is the standard's. */
class Dialect {

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /** @param product lower-case name */
    static Dialect of(String product) {
        return switch (product) {
            case "postgresql" -> new PostgresDialect();
            case "sqlite" -> new SqliteDialect();
            case "mariadb", "mysql" -> new MariaDbDialect(product);
            case "h2" -> new H2Dialect();
            default -> new Dialect(product);
        };
    }

    /** For every new connection. */
    List<String> settings() {
        return List.of();
    }

    /** Takes back a setting that the run has and no application has unless it asks; empty where there is none. */
    String unasked() {
        return "";
    }

    /** A statement waits no longer for another transaction than this; empty where that cannot be said. */
    List<String> patience(int millis) {
        return List.of();
    }

    /** A constant that takes the type of its column. */
    String constant(Value value) {
        return switch (value.kind()) {
            case NULL -> "NULL";
            case DEFAULT -> "DEFAULT";
            case NUMBER -> isNumber(value.text()) ? value.text() : quoted(value.text());
            case BYTES -> bytes(value.text());
            case TEXT -> quoted(value.text());
        };
    }

    String bytes(String hex) {
        return "X'" + hex + "'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).scale() < Integer.MAX_VALUE;
        } catch (NumberFormatException special) {
            return false;
        }
    }

    /**
     * An INSERT that answers with columns of its row as they were stored; null where the product has none.
     *
     * @param columns in SQL
     */
    String returning(String insert, String columns) {
        return null;
    }

    /** Between the columns and the values of an INSERT that gives a number to a column which the database counts. */
    String overriding() {
        return " ";
    }

    /** The value of a column of this type as the row has it. */
    Value read(ResultSet row, int index, ValueType type) throws SQLException {
        if (type.base() == Base.BYTES) {
            byte[] bytes = row.getBytes(index);
            return bytes == null ? Value.NULL : Value.bytes(HexFormat.of().formatHex(bytes));
        }
        if (type.base() == Base.BOOLEAN) {
            boolean value = row.getBoolean(index);
            return row.wasNull() ? Value.NULL : Value.text(String.valueOf(value));
        }
        String text = row.getString(index);
        return text == null ? Value.NULL : Canon.neutral(type, Value.text(text));
    }

    /**
     * Checks now what the product would check at the commit.
     *
     * @param child table in SQL
     */
    void settle(Connection connection, String child) throws SQLException {}

    /** Starts counting after the largest number that is there, as if the database had given it itself. */
    void align(Connection connection, String table, String column) throws SQLException {}

    Refusal refusal(SQLException error) {
        return Refusals.of(product, error);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** A name in SQL. */
    static String name(String identifier) {
        return Names.quoted(identifier);
    }
}
