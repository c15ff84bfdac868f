package dev.stairway.fingerprint.generic;

import java.util.regex.Pattern;

/**
 * Names that a product gives to what the user has not named, and gives anew when the object is made again. A user cannot
 * rely on them, so they are no part of the state.
 *
 * @param constraints of keys
 * @param indexes of the indexes behind them
 */
record GivenNames(Pattern constraints, Pattern indexes) {

    // org.h2.schema.Schema makes names of these beginnings and a hash.
    private static final GivenNames H2 = new GivenNames(
            Pattern.compile("(CONSTRAINT_|PRIMARY_KEY_)[0-9A-F]+(_\\d+)?"),
            Pattern.compile("(PRIMARY_KEY_|INDEX_)[0-9A-F]+(_\\d+)?|.*_INDEX_[0-9A-F]+(_\\d+)?"));

    // Names of MySQL's family are counted per table and told to users, who drop keys by them: they stay.
    private static final GivenNames NONE = new GivenNames(Pattern.compile("(?!)"), Pattern.compile("(?!)"));

    static GivenNames of(String product) {
        return product.equals("h2") ? H2 : NONE;
    }

    boolean constraint(String name) {
        return name.isEmpty() || constraints.matcher(name).matches();
    }

    boolean index(String name) {
        return name.isEmpty() || indexes.matcher(name).matches();
    }
}
