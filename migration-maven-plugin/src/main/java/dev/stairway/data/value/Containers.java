package dev.stairway.data.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values made of values: arrays, ranges, composites, in PostgreSQL's spelling. */
final class Containers {

    private Containers() {}

    static String make(ValueType type, Dice dice, boolean tame) {
        return switch (type.base()) {
            case ARRAY -> array(type.parts().get(0), dice, tame);
            case COMPOSITE -> composite(type.parts(), dice, tame);
            case MULTIRANGE -> "{" + range(type.parts().get(0), dice, true) + "}";
            default -> range(type.parts().get(0), dice, tame);
        };
    }

    private static String array(ValueType element, Dice dice, boolean tame) {
        int size = tame ? 1 : dice.below(4);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(!tame && dice.oneIn(8) ? "NULL" : quote(text(element, dice, tame)));
        }
        // The box is the one built-in type whose arrays are delimited by a semicolon.
        return "{" + String.join(element.base() == Base.BOX ? ";" : ",", items) + "}";
    }

    private static String composite(List<ValueType> fields, Dice dice, boolean tame) {
        List<String> items = new ArrayList<>();
        for (ValueType field : fields) {
            items.add(!tame && dice.oneIn(8) ? "" : quote(text(field, dice, tame)));
        }
        return "(" + String.join(",", items) + ")";
    }

    private static String text(ValueType type, Dice dice, boolean tame) {
        Value value = ValueMaker.any(type, Limits.NONE, dice, tame);
        return value.kind() == Value.Kind.BYTES ? "\\x" + value.text() : value.text();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String range(ValueType bound, Dice dice, boolean tame) {
        if (!tame && dice.oneIn(8)) {
            return "empty";
        }
        if (!tame && dice.oneIn(8)) {
            return "(,)";
        }
        return slot(bound, dice.below(500L));
    }

    /** The n-th of a row of ranges that do not touch one another; empty where the bounds cannot be ordered. */
    static String slot(ValueType bound, long n) {
        if (bound.base().isNumber()) {
            BigDecimal low = BigDecimal.valueOf(n * 10);
            return "[" + low + "," + low.add(BigDecimal.valueOf(5)) + ")";
        }
        if (bound.base().isTemporal() && bound.base() != Base.TIME && bound.base() != Base.TIME_ZONED) {
            long unit = bound.base() == Base.DATE ? 10 : 36_000;
            String low = Times.unique(bound, Limits.NONE, n * unit);
            String high = Times.unique(bound, Limits.NONE, n * unit + unit / 2);
            return "[\"" + low + "\",\"" + high + "\")";
        }
        return "empty";
    }
}
