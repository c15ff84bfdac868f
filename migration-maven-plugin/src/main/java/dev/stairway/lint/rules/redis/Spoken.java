package dev.stairway.lint.rules.redis;

import dev.stairway.script.sql.SqlStatement;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people note in the comments of a script about the servers and the data that it meets. */
final class Spoken {

    private static final Pattern CLUSTER =
            Pattern.compile("(\\b(?:no|not|without)\\b[^.\\n]{0,12})?\\bcluster", Pattern.CASE_INSENSITIVE);
    private static final Pattern MILLIONS =
            Pattern.compile("\\bmillions?\\b|\\b[1-9]\\d{0,2}[ .,']000[ .,']000\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_EXPIRY = Pattern.compile(
            "\\b(?:no|without(?: an?)?|never had(?: an?)?) (?:expiry|expiration|expiries|ttl)\\b",
            Pattern.CASE_INSENSITIVE);

    private Spoken() {}

    /** Production is a cluster, though the databases to hand may not be. */
    static boolean ofCluster(SqlStatement source) {
        return comments(source)
                .anyMatch(line -> CLUSTER.matcher(line).results().anyMatch(found -> found.group(1) == null));
    }

    /** There is very much of something. */
    static boolean ofMillions(SqlStatement source) {
        return comments(source).anyMatch(line -> MILLIONS.matcher(line).find());
    }

    /** The keys had no expiry before. */
    static boolean ofNoExpiry(SqlStatement source) {
        return comments(source).anyMatch(line -> NO_EXPIRY.matcher(line).find());
    }

    private static Stream<String> comments(SqlStatement source) {
        return source.sql().lines().map(String::strip).filter(line -> line.startsWith("--") || line.startsWith("#"));
    }
}
