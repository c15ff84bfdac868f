package dev.stairway.compare.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Spells a value so that the same value reads the same whatever product keeps it, and so that a value that is kept as
 * something else (a text among numbers) reads otherwise.
 */
final class Canon {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> TRUE = Set.of("t", "true", "TRUE");
    private static final Set<String> FALSE = Set.of("f", "false", "FALSE");
    private static final int MOST_ZEROS = 40;
    private static final String FRACTION = "(:\\d\\d\\.\\d*?)0+(?=$|[+Z-])";

    private Canon() {}

    /**
     * The value as texts and numbers that every product takes: numbers are numbers and booleans are {@code true} or {@code
     * false}, however the store has read them.
     *
     * @param type of the column that it comes from
     */
    static Value neutral(ValueType type, Value value) {
        Base base = type.base();
        return switch (value.kind()) {
            case NULL, DEFAULT -> value;
            case BYTES -> base == Base.BYTES ? value : Value.text("\\x" + value.text());
            case TEXT -> base == Base.BOOLEAN ? bool(value) : base.isNumber() ? number(value) : value;
            case NUMBER -> base == Base.BOOLEAN_NUMBER ? bool(value) : value;
        };
    }

    private static Value number(Value value) {
        return value.text().matches("[-+]?\\d.*|NaN|-?Infinity|-?Inf") ? Value.number(value.text()) : value;
    }

    private static Value bool(Value value) {
        String text = value.text();
        boolean yes = TRUE.contains(text) || value.kind() == Value.Kind.NUMBER && text.equals("1");
        boolean no = FALSE.contains(text) || value.kind() == Value.Kind.NUMBER && text.equals("0");
        return yes ? Value.text("true") : no ? Value.text("false") : value;
    }

    /** A neutral value as a column of this type takes it. */
    static Value fitted(ValueType type, Value neutral) {
        boolean text = neutral.kind() == Value.Kind.TEXT;
        if (type.base() == Base.BOOLEAN_NUMBER && text) {
            return TRUE.contains(neutral.text())
                    ? Value.number("1")
                    : FALSE.contains(neutral.text()) ? Value.number("0") : neutral;
        }
        if (type.base() == Base.BOOLEAN && neutral.kind() == Value.Kind.NUMBER) {
            return bool(neutral);
        }
        if (type.base().isNumber() && text && TRUE.contains(neutral.text())) {
            return Value.number("1");
        }
        if (type.base().isNumber() && text && FALSE.contains(neutral.text())) {
            return Value.number("0");
        }
        return neutral;
    }

    /**
     * The text of a neutral value; null for NULL.
     *
     * @param type what the column means, the same for all databases
     */
    static String text(ValueType type, Value neutral) {
        if (neutral.isNull()) {
            return null;
        }
        Base base = type.base();
        if (base == Base.BOOLEAN || base == Base.BOOLEAN_NUMBER) {
            Value bool = neutral.kind() == Value.Kind.NUMBER ? bool(neutral) : neutral;
            return bool.text().matches("true|false") ? bool.text() : tagged(neutral);
        }
        return switch (neutral.kind()) {
            case NUMBER -> base.isNumber() ? digits(base, neutral.text()) : tagged(neutral);
            case TEXT -> base.isNumber() ? tagged(neutral) : form(type, neutral.text());
            case BYTES -> base == Base.BYTES ? neutral.text().toLowerCase(Locale.ROOT) : tagged(neutral);
            default -> tagged(neutral);
        };
    }

    private static String tagged(Value value) {
        return switch (value.kind()) {
            case NUMBER -> "the number " + value.text();
            case BYTES -> "the bytes " + value.text();
            default -> "the text '" + value.text() + "'";
        };
    }

    private static String digits(Base base, String text) {
        try {
            if (base == Base.FLOAT32) {
                return Float.toString(Float.parseFloat(text));
            }
            return base == Base.FLOAT64
                    ? Double.toString(Double.parseDouble(text))
                    : decimal(new BigDecimal(text).stripTrailingZeros());
        } catch (NumberFormatException special) {
            return text;
        }
    }

    private static String decimal(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    private static String form(ValueType type, String text) {
        return switch (type.base()) {
            case UUID -> text.toLowerCase(Locale.ROOT);
            case JSON -> json(text);
            case TIME, TIME_ZONED, TIMESTAMP, TIMESTAMP_ZONED ->
                text.replaceFirst(FRACTION, "$1").replaceFirst("\\.(?=$|[+Z-])", "");
            case TEXT -> Subject.padded(type) ? text.replaceFirst(" +$", "") : text;
            default -> text;
        };
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(JSON.readTree(text), Object.class));
        } catch (JsonProcessingException noDocument) {
            return text;
        }
    }
}
