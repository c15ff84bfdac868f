package dev.stairway.lint.rules.sqlite;

import java.util.Locale;
import java.util.regex.Pattern;

/** What SQLite makes of a declared type, by the five rules of https://www.sqlite.org/datatype3.html, in their order. */
enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC;

    /** Types that hold INT in a word that is no integer. */
    private static final Pattern NO_INTEGER = Pattern.compile("\\b\\w*(?:interval|point|print|hint|joint|mint)\\w*\\b");

    /** Words for texts that no rule knows. */
    private static final Pattern NO_NUMBER =
            Pattern.compile("\\b(?:string|str|uuid|guid|json|jsonb|xml|enum|inet|cidr|citext|name)\\b");

    /** Of these the texts never look like numbers, so that nothing is changed. */
    private static final Pattern HARMLESS = Pattern.compile("\\b(?:json|jsonb|xml|inet|cidr|uuid|guid|enum|name)\\b");

    private static final Pattern NUMBERS =
            Pattern.compile("int|real|floa|doub|numeric|decimal|number|money|serial", Pattern.CASE_INSENSITIVE);

    /** True for types that people choose for numbers; dates and truth values are kept as they come in columns of any type. */
    static boolean declaresNumber(String declared) {
        return NUMBERS.matcher(declared).find() && of(declared).isNumber();
    }

    static Affinity of(String declared) {
        String type = declared.toLowerCase(Locale.ROOT);
        if (type.contains("int")) {
            return INTEGER;
        } else if (type.contains("char") || type.contains("clob") || type.contains("text")) {
            return TEXT;
        } else if (type.isBlank() || type.contains("blob")) {
            return BLOB;
        }
        boolean real = type.contains("real") || type.contains("floa") || type.contains("doub");
        return real ? REAL : NUMERIC;
    }

    boolean isNumber() {
        return this == INTEGER || this == REAL || this == NUMERIC;
    }

    /** True when people who write this type want something else. */
    boolean surprises(String declared) {
        String type = declared.toLowerCase(Locale.ROOT);
        return this == INTEGER && NO_INTEGER.matcher(type).find()
                || this == NUMERIC
                        && NO_NUMBER.matcher(type).find()
                        && !HARMLESS.matcher(type).find();
    }
}
