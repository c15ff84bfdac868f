package dev.stairway.lint.rules.generic;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what gives another value each time it is asked for. */
final class Chance {

    private static final Set<String> RANDOM = Set.of(
            "random",
            "random_normal",
            "randomblob",
            "gen_random_uuid",
            "gen_random_bytes",
            "gen_salt",
            "uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4");

    private static final Set<String> CLOCK = Set.of(
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday");

    /** SQLite's functions of time tell the time of the day only when they are told to. https://www.sqlite.org/lang_datefunc.html */
    private static final Pattern SQLITE_NOW = Pattern.compile(
            "\\b(?:datetime|date|time|julianday|unixepoch|strftime)\\s*\\((?:\\s*\\)|[^)]*'now')",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CALL = Pattern.compile("([A-Za-z_][\\w]*)\\s*\\(");
    private static final Pattern BARE = Pattern.compile(
            "\\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");

    private Chance() {}

    /** The function by which chance comes into an expression; empty where none does. */
    static String random(String expression) {
        return called(expression, RANDOM);
    }

    /** The function by which the time of the day comes in; empty where none does. */
    static String clock(String expression) {
        String called = called(expression, CLOCK);
        if (!called.isEmpty()) {
            return called;
        }
        Matcher bare = BARE.matcher(STRING.matcher(expression).replaceAll("''"));
        if (bare.find()) {
            return bare.group(1);
        }
        return SQLITE_NOW.matcher(expression).find() || expression.strip().equalsIgnoreCase("'now'")
                ? "the clock ('now')"
                : "";
    }

    private static String called(String expression, Set<String> functions) {
        Matcher call = CALL.matcher(STRING.matcher(expression).replaceAll("''"));
        while (call.find()) {
            if (functions.contains(call.group(1).toLowerCase(Locale.ROOT))) {
                return call.group(1) + "()";
            }
        }
        return "";
    }
}
