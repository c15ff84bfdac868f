package dev.stairway.database.redis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a server has besides its keys and functions: settings, users, and its part of a cluster. A server that still has
 * what it started with is as good as a new one once it was emptied.
 */
final class ServerState {

    private ServerState() {}

    static String of(RedisConnection keeper, boolean cluster) {
        String state = text(keeper.call("CONFIG", "GET", "*")) + text(keeper.call("ACL", "LIST"));
        return cluster ? state + text(keeper.call("CLUSTER", "SLOTS")) : state;
    }

    private static String text(Object reply) {
        if (reply instanceof List<?> list) {
            return list.stream().map(ServerState::text).collect(Collectors.joining(" ", "[", "]"));
        }
        return reply instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(reply);
    }

    /** Takes away everything that is kept in memory. */
    static void clear(RedisConnection keeper, boolean functions) {
        keeper.call("FLUSHALL", "SYNC");
        keeper.call("SCRIPT", "FLUSH", "SYNC");
        if (functions) {
            keeper.call("FUNCTION", "FLUSH", "SYNC");
        }
        keeper.call("CONFIG", "RESETSTAT");
    }
}
