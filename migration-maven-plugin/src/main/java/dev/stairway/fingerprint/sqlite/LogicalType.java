package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.Floats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
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
    /** No PostgreSQL text holds this character. */
    private static final char TAG = '\0';
    /** What is decoded of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';
    /** So many digits of any decimal survive in a double: https://www.sqlite.org/floatingpoint.html. */
    private static final int EXACT_DIGITS = 15;

    private static final double EXACT_UNITS = 1e15;

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
    /** Form of a fitting text; null for types that are no moment. */
    private final Moment moment;
    /** Digits after the point; -1 when not declared. */
    private final int scale;

    private LogicalType(Kind kind, int scale) {
        this.kind = kind;
        this.moment = switch (kind) {
            case DATE -> Moment.DATE;
            case TIME -> Moment.TIME;
            case TIMESTAMP -> Moment.TIMESTAMP;
            case ZONED_TIMESTAMP -> Moment.ZONED_TIMESTAMP;
            default -> null;
        };
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

    /** The storage class of values that fit; null where there are several, or it tells nothing. */
    Storage storage() {
        return switch (kind) {
            case BOOLEAN, INTEGER -> Storage.INTEGER;
            case TEXT, PADDED, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> Storage.TEXT;
            default -> null;
        };
    }

    /** A storage class whose values the driver gives by one call. */
    enum Storage {
        INTEGER,
        TEXT
    }

    /** Canonical bytes of a text in SQLite's own bytes. */
    byte[] canonicalText(byte[] utf8) {
        if (kind == Kind.TEXT && (utf8.length == 0 || utf8[0] != TAG) || moment != null && moment.fits(utf8)) {
            return utf8;
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) >= 0 ? utf8 : canonical(text);
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
            if (Math.abs(units) < EXACT_UNITS && Double.compare(units / power, value.doubleValue()) == 0) {
                return units == 0 ? zero() : plain((long) units);
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

    private String zero() {
        return scale == 0 ? "0" : "0." + "0".repeat(scale);
    }

    /** As BigDecimal does it, which takes several times as long. */
    private String plain(long units) {
        StringBuilder digits = new StringBuilder(EXACT_DIGITS + 4).append(Math.abs(units));
        while (digits.length() <= scale) {
            digits.insert(0, '0');
        }
        if (scale > 0) {
            digits.insert(digits.length() - scale, '.');
        }
        return units < 0 ? digits.insert(0, '-').toString() : digits.toString();
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
        return moment != null && moment.fits(value) ? value : null;
    }

    private String blob(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return kind == Kind.BLOB ? hex : TAG + "b" + hex;
    }
}
