package dev.stairway.lint.rules.generic;

import java.util.List;
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

    private static final Set<String> IDENTITIES = Set.of(
            "gen_random_uuid",
            "uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            // SQLite has no other way to make one.
            "randomblob");

    private static final Pattern BLOB =
            Pattern.compile("\\brandomblob\\s*\\(\\s*(\\d{1,4})\\s*\\)", Pattern.CASE_INSENSITIVE);

    private static final int IDENTITY_BYTES = 12;

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
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");

    private Chance() {}

    /** The function by which chance comes into an expression; empty where none does. */
    static String random(String expression) {
        return called(expression, RANDOM);
    }

    /** True when chance comes in by identities only, which have to differ everywhere. */
    static boolean identifies(String expression) {
        String plain = STRING.matcher(expression).replaceAll("''");
        return !isShort(plain)
                && !called(plain, IDENTITIES).isEmpty()
                && CALL.matcher(plain)
                        .results()
                        .map(call -> call.group(1).toLowerCase(Locale.ROOT))
                        .noneMatch(function -> RANDOM.contains(function) && !IDENTITIES.contains(function));
    }

    /** True when SQLite is asked for too few bytes to be sure that no two are the same. */
    private static boolean isShort(String plain) {
        List<Integer> bytes = BLOB.matcher(plain)
                .results()
                .map(blob -> Integer.valueOf(blob.group(1)))
                .toList();
        return !bytes.isEmpty() && bytes.stream().mapToInt(Integer::intValue).sum() < IDENTITY_BYTES;
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
