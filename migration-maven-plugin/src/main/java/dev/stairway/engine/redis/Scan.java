package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the keys of a pattern on one server, page after page. A key may come twice, and keys that are created meanwhile may
 * or may not come: https://redis.io/docs/latest/commands/scan/#scan-guarantees
 */
final class Scan {

    private final Wire wire;
    private final String pattern;
    private String cursor;
    private boolean ended;

    /** @param from a cursor of an earlier scan on the same server, or {@link Progress#END} */
    Scan(Wire wire, String pattern, String from) {
        this.wire = wire;
        this.pattern = pattern;
        this.ended = from.equals(Progress.END);
        this.cursor = from;
    }

    /**
     * The next keys, perhaps none; empty at the end.
     *
     * @param count about how many keys the server looks at, which bounds how long it is blocked
     */
    Optional<List<byte[]>> next(int count) {
        if (ended) {
            return Optional.empty();
        }
        List<?> reply = (List<?>) wire.call("SCAN", cursor, "MATCH", pattern, "COUNT", Integer.toString(count));
        cursor = text(reply.get(0));
        ended = cursor.equals("0");
        List<byte[]> keys = new ArrayList<>();
        for (Object key : (List<?>) reply.get(1)) {
            if (!Reserved.contains((byte[]) key)) {
                keys.add((byte[]) key);
            }
        }
        return Optional.of(keys);
    }

    /** Where the next page starts, for {@link Progress}. */
    String cursor() {
        return ended ? Progress.END : cursor;
    }

    private static String text(Object word) {
        return word instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(word);
    }
}
