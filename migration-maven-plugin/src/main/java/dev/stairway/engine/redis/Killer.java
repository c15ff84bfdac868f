package dev.stairway.engine.redis;

import java.time.Duration;
import org.redisson.client.RedisException;

/** Stops the script or function that keeps a server busy: https://redis.io/docs/latest/commands/script-kill/ */
final class Killer {

    /** A server listens only after its busy-reply-threshold, five seconds unless configured. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Client client;
    private final Node node;

    Killer(Client client, Node node) {
        this.client = client;
        this.node = node;
    }

    /** Why it could not be stopped; empty when it was. */
    String kill() {
        try (Wire beside = client.besides(node, PATIENCE)) {
            String refused = tried(beside, "SCRIPT");
            // A server that runs a function says that it wants the other command.
            return refused.startsWith("BUSY") ? tried(beside, "FUNCTION") : refused;
        } catch (ReplyException | RedisException unreachable) {
            return "It could not be stopped: the server does not answer (" + unreachable.getMessage() + ")";
        }
    }

    private static String tried(Wire beside, String what) {
        try {
            beside.call(what, "KILL");
            return "";
        } catch (ReplyException refused) {
            return switch (refused.code()) {
                case "BUSY" -> refused.getMessage();
                case "NOTBUSY" -> "It is no script, and Redis can only stop scripts";
                case "UNKILLABLE" ->
                    "It has written already, so Redis refuses to stop it: only SHUTDOWN NOSAVE ends it, and the server loses"
                            + " what it has not saved";
                default -> "It could not be stopped: " + refused.getMessage();
            };
        }
    }
}
