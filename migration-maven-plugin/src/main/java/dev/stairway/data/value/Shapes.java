package dev.stairway.data.value;

/** Geometric types. See <a href="https://www.postgresql.org/docs/current/datatype-geometric.html">the manual</a>. */
final class Shapes {

    private Shapes() {}

    static String make(ValueType type, Dice dice) {
        return switch (type.base()) {
            case POINT -> point(dice);
            case LINE -> "{" + (1 + dice.below(9)) + "," + dice.below(9) + "," + dice.below(9) + "}";
            case LSEG -> "[" + point(dice) + "," + point(dice) + "]";
            case BOX -> "(" + (50 + dice.below(50)) + ",60),(" + dice.below(50) + ",10)";
            case PATH -> "[" + point(dice) + "," + point(dice) + "," + point(dice) + "]";
            case POLYGON -> "(" + point(dice) + "," + point(dice) + "," + point(dice) + ")";
            default -> "<" + point(dice) + "," + (1 + dice.below(20)) + ">";
        };
    }

    private static String point(Dice dice) {
        return "(" + dice.below(100) + "," + (dice.below(200) - 100) / 2.0 + ")";
    }
}
