package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** SQLite's way: a value says itself what it is, whatever its column is declared as. */
final class SqliteDialect extends Dialect {

    SqliteDialect() {
        super("sqlite");
    }

    @Override
    List<String> settings() {
        return List.of("PRAGMA foreign_keys = ON");
    }

    /** See <a href="https://www.sqlite.org/foreignkeys.html#fk_enable">enabling foreign key support</a>. */
    @Override
    String unasked() {
        return "PRAGMA foreign_keys = OFF";
    }

    @Override
    List<String> patience(int millis) {
        return List.of("PRAGMA busy_timeout = " + millis);
    }

    @Override
    String constant(Value value) {
        if (value.kind() == Value.Kind.DEFAULT) {
            return "NULL";
        }
        if (value.kind() == Value.Kind.NUMBER && value.text().endsWith("Infinity")) {
            // https://www.sqlite.org/lang_expr.html#literal_values_constants_ has no word for it.
            return value.text().startsWith("-") ? "-9e999" : "9e999";
        }
        return super.constant(value);
    }

    @Override
    String returning(String insert, String columns) {
        return insert + " RETURNING " + columns;
    }

    @Override
    Value read(ResultSet row, int index, ValueType type) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return Value.NULL;
        }
        if (value instanceof byte[] bytes) {
            return Value.bytes(HexFormat.of().formatHex(bytes));
        }
        // A text among numbers stays one: it must not be taken for the number that it looks like.
        return value instanceof Number ? Value.number(value.toString()) : Value.text(value.toString());
    }

    /** A reference that waits for the commit is checked nowhere else; see https://www.sqlite.org/foreignkeys.html#fk_deferred. */
    @Override
    void settle(Connection connection, String child) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check(" + child + ")")) {
            if (broken.next()) {
                throw new SQLException("[SQLITE_CONSTRAINT_FOREIGNKEY] FOREIGN KEY constraint failed at the commit");
            }
        }
    }
}
