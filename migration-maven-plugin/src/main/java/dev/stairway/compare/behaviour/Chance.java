package dev.stairway.compare.behaviour;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in SQL what gives another value each time it is asked. */
final class Chance {

    /** What kind of value it gives. */
    enum Kind {
        /** The present moment, or a part of it. */
        MOMENT,
        /** What has to differ everywhere. */
        IDENTITY,
        /** Anything. */
        RANDOM
    }

    private static final Set<String> IDENTITIES = Set.of(
            "gen_random_uuid",
            "uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4");

    /** randomblob is all that SQLite has to make an identity of. */
    private static final Set<String> RANDOM =
            Set.of("random", "random_normal", "rand", "randomblob", "gen_random_bytes", "random_uuid", "gen_salt");

    private static final Set<String> CLOCK = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "sysdate",
            "curdate",
            "curtime",
            "unix_timestamp",
            "current_timestamp",
            "localtimestamp");

    private static final Pattern CALL = Pattern.compile("([a-z_]\\w*)\"?\\s*\\(");
    private static final Pattern BARE =
            Pattern.compile("\\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\\b");
    /** See <a href="https://www.sqlite.org/lang_datefunc.html">date and time functions</a>: without a time it is now. */
    private static final Pattern SQLITE_NOW =
            Pattern.compile("\\b(?:datetime|date|time|julianday|unixepoch|strftime)\\s*\\((?:\\s*\\)|[^)]*'now')");

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern FUNCTION =
            Pattern.compile("^\\s*create\\s+(?:or\\s+replace\\s+)?(?:function|procedure)\\s+([\\w.\"]+)");

    /** Functions that the user made, by plain name. */
    private final Map<String, Set<Kind>> own = new TreeMap<>();

    /** @param sql in lower case; a function that it makes is known from now on */
    void learn(String sql) {
        Matcher function = FUNCTION.matcher(sql);
        if (function.find()) {
            Set<Kind> kinds = of(sql);
            String name = function.group(1).replace("\"", "");
            if (!kinds.isEmpty()) {
                own.put(name.substring(name.lastIndexOf('.') + 1), kinds);
            }
        }
    }

    /** @param sql an expression or statement, null for none */
    Set<Kind> of(String sql) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (sql == null) {
            return kinds;
        }
        String lower = sql.toLowerCase(Locale.ROOT);
        String plain = STRING.matcher(lower).replaceAll("''");
        if (BARE.matcher(plain).find() || SQLITE_NOW.matcher(lower).find()) {
            kinds.add(Kind.MOMENT);
        }
        Matcher call = CALL.matcher(plain);
        while (call.find()) {
            String function = call.group(1);
            kinds.addAll(own.getOrDefault(function, Set.of()));
            if (CLOCK.contains(function)) {
                kinds.add(Kind.MOMENT);
            } else if (IDENTITIES.contains(function)) {
                kinds.add(Kind.IDENTITY);
            } else if (RANDOM.contains(function)) {
                kinds.add(Kind.RANDOM);
            }
        }
        return kinds;
    }
}
