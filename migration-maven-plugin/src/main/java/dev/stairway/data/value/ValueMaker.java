package dev.stairway.data.value;

import java.util.List;
import java.util.Optional;

/** Makes a value of any type. */
public final class ValueMaker {

    private static final String HEX = "0123456789abcdef";

    private ValueMaker() {}

    /** Any value of the type within the limits; tame values stay small and plain. */
    public static Value any(ValueType type, Limits limits, Dice dice, boolean tame) {
        return any(type, limits, Texts.ANY, dice, tame);
    }

    /**
     * The same for a row: texts of different rows differ, as most texts of an application do, so that a key or unique
     * constraint that a later migration adds finds no duplicates of our making.
     *
     * @param row number of the row
     */
    public static Value any(ValueType type, Limits limits, long row, Dice dice, boolean tame) {
        if (limits.restricted() && !limits.allowed().isEmpty()) {
            return literal(type, dice.pick(limits.allowed()));
        }
        if (type.base() == Base.BYTES) {
            return Value.bytes(bytes(type, limits, dice));
        }
        return literal(type, text(type, limits, row, dice, tame));
    }

    /**
     * A value that differs for each ordinal.
     *
     * @return empty when the type has no such value for the ordinal
     */
    public static Optional<Value> unique(ValueType type, Limits limits, long ordinal, Dice dice) {
        if (limits.restricted()) {
            List<String> allowed = limits.allowed();
            if (limits.open() && !allowed.isEmpty()) {
                return Optional.of(literal(type, dice.pick(allowed)));
            }
            return ordinal < allowed.size() ? Optional.of(literal(type, allowed.get((int) ordinal))) : Optional.empty();
        }
        if (type.base() == Base.BYTES) {
            return Optional.of(
                    Value.bytes(Long.toHexString(0x1_0000_0000L + ordinal).substring(1)));
        }
        String text = uniqueText(type, limits, ordinal, dice);
        return text.isEmpty() ? Optional.empty() : Optional.of(literal(type, text));
    }

    /** A range that overlaps no other slot. */
    public static Value slot(ValueType range, long ordinal) {
        return Value.text(Containers.slot(range.parts().get(0), ordinal));
    }

    /** Text as a value of the type, for example a constant of a CHECK. */
    public static Value literal(ValueType type, String text) {
        boolean number = type.base().isNumber() || type.base() == Base.BOOLEAN_NUMBER;
        return number ? Value.number(text) : Value.text(text);
    }

    private static String text(ValueType type, Limits limits, long row, Dice dice, boolean tame) {
        Base base = type.base();
        if (base.isNumber()) {
            return Numbers.make(type, limits, dice, tame);
        }
        if (base.isTemporal() || base == Base.INTERVAL) {
            return Times.make(type, limits, dice, tame);
        }
        return switch (base) {
            case TEXT, NAME -> Texts.make(type, limits, row, dice, tame);
            case SINGLE_BYTE_CHAR -> String.valueOf((char) ('a' + dice.below(26)));
            case BOOLEAN -> String.valueOf(dice.oneIn(2));
            case BOOLEAN_NUMBER -> dice.oneIn(2) ? "1" : "0";
            case ENUM, SAMPLE -> dice.pick(type.labels());
            case UUID, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT -> Networks.make(type, dice);
            case JSON, XML, TSVECTOR, TSQUERY, HSTORE, LTREE -> Documents.make(type, dice, tame);
            case ARRAY, COMPOSITE, RANGE, MULTIRANGE -> Containers.make(type, dice, tame);
            case POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE -> Shapes.make(type, dice);
            default -> throw new IllegalStateException("no values for type " + type.name());
        };
    }

    private static String uniqueText(ValueType type, Limits limits, long ordinal, Dice dice) {
        Base base = type.base();
        if (base.isNumber()) {
            return Numbers.unique(type, limits, ordinal);
        }
        if (base.isTemporal() || base == Base.INTERVAL) {
            return Times.unique(type, limits, ordinal);
        }
        return switch (base) {
            case TEXT, NAME -> Texts.unique(type, limits, ordinal, dice);
            case SINGLE_BYTE_CHAR -> ordinal < 94 ? String.valueOf((char) ('!' + ordinal)) : "";
            case BOOLEAN -> ordinal > 1 ? "" : String.valueOf(ordinal == 1);
            case BOOLEAN_NUMBER -> ordinal > 1 ? "" : String.valueOf(ordinal);
            case ENUM, SAMPLE -> ordinal < type.labels().size() ? type.labels().get((int) ordinal) : "";
            case UUID, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT -> Networks.unique(type, ordinal, dice);
            case JSON, TSVECTOR, HSTORE, LTREE -> Documents.unique(type, ordinal, dice);
            case RANGE -> Containers.slot(type.parts().get(0), ordinal);
            case MULTIRANGE -> "{" + Containers.slot(type.parts().get(0), ordinal) + "}";
            case ARRAY ->
                unique(type.parts().get(0), Limits.NONE, ordinal, dice)
                        .map(item -> "{\"" + item.text() + "\"}")
                        .orElse("");
            default -> "";
        };
    }

    private static String bytes(ValueType type, Limits limits, Dice dice) {
        int longest = Math.min(limits.maxLength(), type.length() == 0 ? 40 : type.length());
        int size = Math.max(limits.minLength(), dice.oneIn(6) ? 0 : dice.below(longest + 1));
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 2 * size; i++) {
            hex.append(HEX.charAt(dice.below(16)));
        }
        return hex.toString();
    }
}
