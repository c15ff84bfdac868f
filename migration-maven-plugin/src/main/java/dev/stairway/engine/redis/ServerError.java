package dev.stairway.engine.redis;

import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisMovedException;
import org.redisson.client.RedisOutOfMemoryException;
import org.redisson.client.RedisRedirectException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.WriteRedisConnectionException;

/** The server's own words inside an exception of Redisson. */
final class ServerError {

    private ServerError() {}

    /** False when the server said nothing. */
    static boolean is(Throwable failure) {
        return failure instanceof RedisException
                && !(failure instanceof RedisTimeoutException)
                && !(failure instanceof RedisConnectionException)
                && !(failure instanceof WriteRedisConnectionException);
    }

    /** Redisson appends the channel and the whole command, whose values are nobody's business. */
    static String text(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        int appended = message.indexOf(". channel: [");
        String text = appended < 0 ? message : message.substring(0, appended);
        if (failure instanceof RedisOutOfMemoryException && !text.startsWith("OOM ")) {
            return "OOM " + text;
        }
        if (failure instanceof RedisRedirectException moved) {
            return (failure instanceof RedisMovedException ? "MOVED " : "ASK ") + moved.getSlot();
        }
        return text.lines().findFirst().orElse("");
    }
}
