package dev.stairway.fingerprint.generic;

import dev.stairway.fingerprint.Floats;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Spells the value of a cell so that equal bytes mean equal values, in the forms that {@link
 * dev.stairway.fingerprint.LogicalData} lays down for all products where it can.
 */
final class CellText {

    /** How the values of a column are asked for. */
    enum Form {
        WHOLE,
        DECIMAL,
        REAL,
        SINGLE,
        BOOLEAN,
        /** A number that a driver takes for a boolean. */
        DIGIT,
        TEXT,
        PADDED,
        MOMENT,
        UUID,
        BYTES,
        ARRAY,
        OTHER
    }

    private static final Set<String> SPATIAL = Set.of(
            "GEOMETRY",
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION");

    private CellText() {}

    /**
     * How to ask for the values of a column.
     *
     * @param typeName as the product calls it
     * @param mysqlFamily whose drivers call a number of one digit a boolean, and 2 a true one
     */
    static Form form(int jdbcType, String typeName, boolean mysqlFamily) {
        String name = typeName == null ? "" : typeName.toUpperCase(Locale.ROOT);
        if (mysqlFamily && (jdbcType == Types.BOOLEAN || name.equals("BOOLEAN") || name.startsWith("TINYINT"))) {
            return Form.DIGIT;
        }
        if (name.equals("UUID") || name.equals("UNIQUEIDENTIFIER")) {
            return Form.UUID;
        }
        // The driver would make an object of whatever class the bytes say, or a text of bits.
        if (name.equals("JAVA_OBJECT") || SPATIAL.contains(name) || mysqlFamily && name.equals("BIT")) {
            return Form.BYTES;
        }
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Form.WHOLE;
            case Types.DECIMAL, Types.NUMERIC -> Form.DECIMAL;
            case Types.FLOAT, Types.DOUBLE -> Form.REAL;
            case Types.REAL -> Form.SINGLE;
            case Types.BOOLEAN -> Form.BOOLEAN;
            case Types.BIT -> name.equals("BIT") ? Form.OTHER : Form.BOOLEAN;
            case Types.CHAR, Types.NCHAR -> Form.PADDED;
            case Types.VARCHAR,
                    Types.NVARCHAR,
                    Types.LONGVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.SQLXML -> Form.TEXT;
            case Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
                Form.MOMENT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.JAVA_OBJECT -> Form.BYTES;
            case Types.ARRAY -> Form.ARRAY;
            default -> Form.OTHER;
        };
    }

    /** Bytes of the value; null for NULL. */
    static byte[] of(ResultSet row, int column, Form form) throws SQLException {
        return switch (form) {
            case WHOLE -> text(row.getString(column));
            case DECIMAL -> number(row.getBigDecimal(column));
            case REAL -> real(row, column);
            case SINGLE -> single(row, column);
            case BOOLEAN -> bool(row, column);
            case DIGIT -> digit(row, column);
            case TEXT, OTHER -> text(row.getString(column));
            case PADDED -> padded(row.getString(column));
            case MOMENT -> moment(row.getString(column));
            case UUID -> uuid(row.getString(column));
            case BYTES -> hex(row.getBytes(column));
            case ARRAY -> array(row.getArray(column));
        };
    }

    private static byte[] number(BigDecimal value) {
        return value == null ? null : text(value.toPlainString());
    }

    private static byte[] real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : text(Floats.text(value));
    }

    /** Digits of the number as it was stored, not of what it becomes as a wider one. */
    private static byte[] single(ResultSet row, int column) throws SQLException {
        float value = row.getFloat(column);
        return row.wasNull() ? null : text(Floats.text(Double.parseDouble(Float.toString(value))));
    }

    private static byte[] bool(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : text(value ? "1" : "0");
    }

    private static byte[] digit(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : text(Long.toString(value));
    }

    private static byte[] padded(String value) {
        return value == null ? null : text(value.replaceFirst(" +$", ""));
    }

    private static byte[] moment(String value) {
        return value == null ? null : text(Moments.canonical(value));
    }

    private static byte[] uuid(String value) {
        return value == null ? null : text(value.toLowerCase(Locale.ROOT));
    }

    private static byte[] hex(byte[] value) {
        return value == null ? null : text(HexFormat.of().formatHex(value));
    }

    private static byte[] array(Array value) throws SQLException {
        if (value == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        element(value.getArray(), text);
        return text(text.toString());
    }

    /** Each element with its length in front, so that no comma of a text can be taken for one of the array. */
    private static void element(Object value, StringBuilder text) throws SQLException {
        if (value instanceof Array inner) {
            element(inner.getArray(), text);
        } else if (value instanceof Object[] elements) {
            text.append('[').append(elements.length).append(':');
            for (Object each : elements) {
                element(each, text);
            }
            text.append(']');
        } else if (value == null) {
            text.append('-');
        } else {
            String one = value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            text.append(one.length()).append(':').append(one);
        }
    }

    /** A text that is no Unicode keeps its own bytes, in a form that no other text has. */
    static byte[] text(String value) {
        if (value == null) {
            return null;
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(value));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException loneSurrogate) {
            byte[] marked = new byte[1 + 2 * value.length()];
            marked[0] = (byte) 0xFF;
            for (int i = 0; i < value.length(); i++) {
                marked[1 + 2 * i] = (byte) (value.charAt(i) >> 8);
                marked[2 + 2 * i] = (byte) value.charAt(i);
            }
            return marked;
        }
    }
}
