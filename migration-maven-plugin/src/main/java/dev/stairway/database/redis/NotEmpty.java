package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** The refusal to write to a database that holds something. */
final class NotEmpty {

    private static final int EXAMPLES = 3;

    /** Enough to know whose keys they are; the rest of a key may be a session's secret. */
    private static final int SHOWN = 16;

    private NotEmpty() {}

    static ProblemException of(RedisConnection connection, long keys) {
        if (connection.call("GET", OwnerMarker.KEY) != null) {
            return ProblemException.setup(
                    "Another run works on this Redis database",
                    connection.endpoint().toString(),
                    "the key " + OwnerMarker.KEY + " is there",
                    "Wait for its end, or give every build a database of its own; when that run was killed, its mark ends by"
                            + " itself after " + OwnerMarker.LEASE.toSeconds()
                            + " s, and what it left is yours to remove",
                    null);
        }
        return ProblemException.setup(
                "The Redis database is not empty",
                connection.endpoint().toString(),
                keys + (keys == 1 ? " key: " : " keys, for example ") + examples(connection),
                "Name a database that nobody uses; if these keys are a killed run's, remove them by hand (FLUSHDB)",
                null);
    }

    private static String examples(RedisConnection connection) {
        String cursor = "0";
        do {
            List<?> page = (List<?>) connection.call("SCAN", cursor, "COUNT", "100");
            List<?> keys = (List<?>) page.get(1);
            if (!keys.isEmpty()) {
                return keys.stream()
                        .limit(EXAMPLES)
                        .map(key -> shortened(CommandText.text((byte[]) key)))
                        .sorted()
                        .collect(Collectors.joining(", "));
            }
            cursor = CommandText.text((byte[]) page.get(0));
        } while (!cursor.equals("0"));
        return "none that a scan sees";
    }

    private static String shortened(String key) {
        return key.length() <= SHOWN ? key : key.substring(0, SHOWN) + "…";
    }
}
