package dev.stairway.fingerprint.sqlite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders a stored value as the text that PostgreSQL has for the same logical value. A value whose storage class does not
 * fit the declared type is tagged by its class, so that {@code 1}, {@code '1'}, {@code 1.0} and {@code x'31'} stay
 * distinct.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes In SQLite</a>
 */
final class LogicalType {

    private static final Pattern SIZE = Pattern.compile("\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");
    private static final String ISO_DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final String ISO_TIME = "\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{0,5}[1-9])?";
    private static final Map<Kind, Pattern> FORMS = Map.of(
            Kind.DATE, Pattern.compile(ISO_DATE),
            Kind.TIME, Pattern.compile(ISO_TIME),
            Kind.TIMESTAMP, Pattern.compile(ISO_DATE + " " + ISO_TIME),
            Kind.ZONED_TIMESTAMP, Pattern.compile(ISO_DATE + " " + ISO_TIME + "\\+00"));
    /** No PostgreSQL text holds this character. */
    private static final char TAG = '\0';
    /** What is decoded of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';
    /** So many digits of any decimal survive in a double: https://www.sqlite.org/floatingpoint.html. */
    private static final long EXACT_UNITS = 1_000_000_000_000_000L;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    private enum Kind {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        REAL,
        TEXT,
        PADDED,
        DATE,
        TIME,
        TIMESTAMP,
        ZONED_TIMESTAMP,
        BLOB,
        NONE
    }

    private final Kind kind;
    /** Digits after the point; -1 when not declared. */
    private final int scale;

    private LogicalType(Kind kind, int scale) {
        this.kind = kind;
        this.scale = scale;
    }

    static LogicalType of(String declared) {
        String type = declared.toUpperCase(Locale.ROOT).strip();
        Kind kind = kind(type);
        return new LogicalType(kind, kind == Kind.DECIMAL ? scale(type) : -1);
    }

    private static Kind kind(String type) {
        if (type.isEmpty()) {
            return Kind.NONE;
        }
        if (type.startsWith("BOOL")) {
            return Kind.BOOLEAN;
        }
        if (type.startsWith("TIMESTAMP") || type.startsWith("DATETIME")) {
            boolean zoned = type.startsWith("TIMESTAMPTZ") || type.contains("WITH TIME ZONE");
            return zoned ? Kind.ZONED_TIMESTAMP : Kind.TIMESTAMP;
        }
        if (type.startsWith("DATE")) {
            return Kind.DATE;
        }
        if (type.startsWith("TIME")) {
            return Kind.TIME;
        }
        return byAffinity(type);
    }

    /** The rules of section 3.1 of the page above, in its order. */
    private static Kind byAffinity(String type) {
        if (type.contains("INT") || type.contains("SERIAL")) {
            return Kind.INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            boolean padded = (type.startsWith("CHAR") || type.startsWith("NCHAR")) && !type.contains("VARYING");
            return padded ? Kind.PADDED : Kind.TEXT;
        }
        if (type.contains("BLOB") || type.startsWith("BYTEA") || type.contains("BINARY")) {
            return Kind.BLOB;
        }
        if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return Kind.REAL;
        }
        boolean decimal = type.startsWith("DEC") || type.startsWith("NUM") || type.startsWith("MONEY");
        return decimal ? Kind.DECIMAL : Kind.TEXT;
    }

    private static int scale(String type) {
        Matcher size = SIZE.matcher(type);
        if (!size.find()) {
            return -1;
        }
        return size.group(2) == null ? 0 : Integer.parseInt(size.group(2));
    }

    /**
     * The storage class of values that fit, of which the canonical text can be made from SQLite's own bytes; null where it
     * takes the value.
     */
    String storage() {
        return switch (kind) {
            case BOOLEAN, INTEGER -> "integer";
            case TEXT, PADDED, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> "text";
            default -> null;
        };
    }

    /**
     * Canonical bytes of a value of class {@link #storage()}.
     *
     * @param bytes decimal digits or UTF-8, as SQLite casts it to bytes
     */
    byte[] canonicalText(byte[] bytes) {
        boolean asItIs = kind == Kind.INTEGER || kind == Kind.TEXT && (bytes.length == 0 || bytes[0] != TAG);
        if (asItIs) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (kind == Kind.BOOLEAN) {
            return canonical(Long.valueOf(text));
        }
        return text.indexOf(REPLACEMENT) >= 0 ? bytes : canonical(text);
    }

    /** Canonical bytes. */
    byte[] canonical(Object value) {
        String text = value instanceof Number number ? number(number) : value instanceof String s ? text(s) : null;
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return blob((byte[]) value).getBytes(StandardCharsets.US_ASCII);
    }

    private String number(Number value) {
        boolean whole = !(value instanceof Double);
        return switch (kind) {
            case BOOLEAN ->
                whole && (value.longValue() == 0 || value.longValue() == 1) ? value.toString() : tagged(value);
            case INTEGER -> whole ? value.toString() : tagged(value);
            case REAL -> whole ? tagged(value) : Floats.text(value.doubleValue());
            case DECIMAL -> decimal(value, whole);
            default -> tagged(value);
        };
    }

    private String decimal(Number value, boolean whole) {
        if (!whole && !Double.isFinite(value.doubleValue())) {
            return tagged(value);
        }
        if (!whole && scale >= 0 && scale < POWERS.length) {
            double power = POWERS[scale];
            double units = Math.rint(value.doubleValue() * power);
            // At most 15 digits, so no other number of so few reads back as the same double.
            if (Math.abs(units) < EXACT_UNITS && units / power == value.doubleValue()) {
                return BigDecimal.valueOf((long) units, scale).toPlainString();
            }
        }
        BigDecimal number = whole ? BigDecimal.valueOf(value.longValue()) : Floats.shortest(value.doubleValue());
        if (scale < 0) {
            return whole ? number.toPlainString() : number.stripTrailingZeros().toPlainString();
        }
        try {
            return number.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
        } catch (ArithmeticException inexact) {
            return tagged(value);
        }
    }

    private static String tagged(Number value) {
        return value instanceof Double d ? TAG + "r" + Floats.text(d) : TAG + "i" + value;
    }

    private String text(String value) {
        String fitting = switch (kind) {
            case TEXT -> value;
            case PADDED -> withoutBlanks(value);
            case DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> moment(value);
            default -> null;
        };
        boolean looksTagged = fitting != null && !fitting.isEmpty() && fitting.charAt(0) == TAG;
        return fitting == null || looksTagged ? TAG + "t" + value : fitting;
    }

    private static String withoutBlanks(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    /** Only PostgreSQL's own form counts as fitting, so that two texts of one moment stay two values. */
    private String moment(String value) {
        return FORMS.get(kind).matcher(value).matches() ? value : null;
    }

    private String blob(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return kind == Kind.BLOB ? hex : TAG + "b" + hex;
    }
}
