package dev.stairway.data.value;

/** Structured text: JSON, XML, search vectors, key-value pairs. */
final class Documents {

    private Documents() {}

    static String make(ValueType type, Dice dice, boolean tame) {
        return switch (type.base()) {
            case JSON -> json(dice, tame);
            case XML -> "<item n=\"" + dice.below(100) + "\">" + Texts.word(dice) + " &amp; \u00E9</item>";
            case TSVECTOR -> "'" + Texts.word(dice) + "':1 '" + Texts.word(dice) + "':2A,3";
            case TSQUERY -> "'" + Texts.word(dice) + "' & !'" + Texts.word(dice) + "'";
            case HSTORE -> "\"" + Texts.word(dice) + "\"=>\"" + dice.below(100) + "\", \"b\"=>NULL";
            default -> Texts.word(dice) + "." + Texts.word(dice);
        };
    }

    static String json(Dice dice, boolean tame) {
        return switch (tame ? 7 : dice.below(12)) {
            case 0 -> "{}";
            case 1 -> "[]";
            case 2 -> "[1, 1.0, -0.5e3, \"" + Texts.word(dice) + "\", null, true]";
            case 3 -> "{\"z\": {\"a\": [{\"deep\": \"\\u00e9 \\\"quoted\\\" \\\\ \u65E5\"}]}, \"a\": null}";
            default ->
                "{\"id\": " + dice.below(1000) + ", \"name\": \"" + Texts.word(dice) + "\", \"tags\": [\""
                        + Texts.word(dice) + "\"], \"active\": " + dice.oneIn(2) + "}";
        };
    }

    static String unique(ValueType type, long ordinal, Dice dice) {
        return switch (type.base()) {
            case JSON -> "{\"id\": " + ordinal + ", \"name\": \"" + Texts.word(dice) + "\"}";
            case TSVECTOR -> "'" + Texts.word(dice) + ordinal + "':1";
            case HSTORE -> "\"id\"=>\"" + ordinal + "\"";
            case LTREE -> Texts.word(dice) + ".n" + ordinal;
            default -> "";
        };
    }
}
