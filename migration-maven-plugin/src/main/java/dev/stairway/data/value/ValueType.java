package dev.stairway.data.value;

import java.util.List;

/**
 * The type of a column, resolved down to what values look like.
 *
 * @param base kind of value
 * @param length longest text in characters, bytes or bits; 0 for no limit
 * @param precision digits of a decimal number; 0 for no limit
 * @param scale digits after the point
 * @param labels of an enum, or the samples of {@link Base#SAMPLE}
 * @param parts element of an array, bounds of a range, fields of a composite
 * @param special true where infinity, NaN and years before Christ exist
 * @param name as the database calls it, for messages
 */
public record ValueType(
        Base base,
        int length,
        int precision,
        int scale,
        List<String> labels,
        List<ValueType> parts,
        boolean special,
        String name) {

    public ValueType {
        labels = List.copyOf(labels);
        parts = List.copyOf(parts);
    }

    public static ValueType of(Base base, String name) {
        return new ValueType(base, 0, 0, 0, List.of(), List.of(), false, name);
    }

    public ValueType withLength(int characters) {
        return new ValueType(base, characters, precision, scale, labels, parts, special, name);
    }

    public ValueType withDigits(int digits, int afterPoint) {
        return new ValueType(base, length, digits, afterPoint, labels, parts, special, name);
    }

    public ValueType withLabels(List<String> values) {
        return new ValueType(base, length, precision, scale, values, parts, special, name);
    }

    public ValueType withParts(List<ValueType> types) {
        return new ValueType(base, length, precision, scale, labels, types, special, name);
    }

    public ValueType withSpecials() {
        return new ValueType(base, length, precision, scale, labels, parts, true, name);
    }

    /** False when no value but NULL can be made. */
    public boolean known() {
        return base != Base.UNKNOWN
                && (base != Base.ENUM || !labels.isEmpty())
                && (parts.isEmpty() || parts.stream().allMatch(ValueType::known));
    }
}
