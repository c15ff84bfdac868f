package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the keys of a pattern on one server, page after page. A key may come twice, and keys that are created meanwhile may
 * or may not come: https://redis.io/docs/latest/commands/scan/#scan-guarantees
 */
final class Scan {

    private final Wire wire;
    private final String pattern;
    private String cursor;
    private Ahead ahead;

    private record Ahead(Command command, CompletableFuture<Object> reply) {}

    /** @param from a cursor of an earlier scan on the same server, or {@link Progress#END} */
    Scan(Wire wire, String pattern, String from) {
        this.wire = wire;
        this.pattern = pattern;
        this.cursor = from;
    }

    /** False once the last page was read. */
    boolean more() {
        return !cursor.equals(Progress.END);
    }

    /**
     * Asks for the next page without waiting, so that the server looks for keys while the last ones are worked on.
     *
     * @param count about how many keys the server looks at, which bounds how long it is blocked
     */
    void ask(int count) {
        if (ahead == null && more()) {
            Command command = Command.named(
                    "SCAN " + pattern, "SCAN", cursor, "MATCH", pattern, "COUNT", Integer.toString(count));
            ahead = new Ahead(command, wire.send(command));
        }
    }

    /** The page that was asked for, perhaps without keys. */
    List<byte[]> next() {
        Ahead asked = ahead;
        ahead = null;
        List<?> reply = (List<?>) wire.await(asked.reply(), asked.command());
        String following = text(reply.get(0));
        cursor = following.equals("0") ? Progress.END : following;
        List<byte[]> keys = new ArrayList<>();
        for (Object key : (List<?>) reply.get(1)) {
            if (!Reserved.contains((byte[]) key)) {
                keys.add((byte[]) key);
            }
        }
        return keys;
    }

    /** Where the page after the last one that was read starts, for {@link Progress}. */
    String cursor() {
        return cursor;
    }

    private static String text(Object word) {
        return word instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(word);
    }
}
