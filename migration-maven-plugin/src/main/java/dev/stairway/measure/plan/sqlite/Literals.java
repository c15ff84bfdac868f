package dev.stairway.measure.plan.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;

/** Values as {@code quote()} writes them, with their class of storage: https://www.sqlite.org/lang_corefunc.html#quote */
final class Literals {

    private Literals() {}

    /** @param literal null for NULL */
    static void bind(PreparedStatement statement, int index, String literal) throws SQLException {
        if (literal == null || literal.equals("NULL")) {
            statement.setNull(index, Types.NULL);
        } else if (text(literal)) {
            statement.setString(index, content(literal));
        } else if (literal.startsWith("X'") || literal.startsWith("x'")) {
            statement.setBytes(index, HexFormat.of().parseHex(literal.substring(2, literal.length() - 1)));
        } else if (literal.matches("-?\\d{1,18}")) {
            statement.setLong(index, Long.parseLong(literal));
        } else {
            statement.setDouble(index, Double.parseDouble(literal));
        }
    }

    static boolean text(String literal) {
        return literal.startsWith("'");
    }

    /** Without its quotes. */
    static String content(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }

    static String of(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
