package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Commands of a migration: recorded as its work, and stopped when they do not end. */
final class Calls {

    private final Client client;
    private final RedisSession session;
    private final Duration limit;

    Calls(Client client, RedisSession session, Duration limit) {
        this.client = client;
        this.session = session;
        this.limit = limit;
    }

    /**
     * Runs a command.
     *
     * @param keys number of keys it works on, or -1 where unknown
     */
    Object run(Node node, Command command, long keys) {
        client.pause(List.of(command.arguments()));
        long start = System.nanoTime();
        try {
            return bounded(node, command);
        } finally {
            session.add(command.text(), System.nanoTime() - start, keys);
        }
    }

    void record(String command, long nanos) {
        session.add(command, nanos, -1);
    }

    private Object bounded(Node node, Command command) {
        CompletableFuture<Object> reply = node.wire().send(command);
        try {
            return node.wire().await(reply, command, limit);
        } catch (ReplyException late) {
            if (late.kind() != ReplyException.Kind.TIMEOUT) {
                if (Wire.moved(late)) {
                    client.topology().moved();
                }
                throw late;
            }
            throw stopped(node, command, reply, late);
        }
    }

    private ReplyException stopped(Node node, Command command, CompletableFuture<Object> reply, ReplyException late) {
        String how = new Killer(client, node).kill();
        if (how.isEmpty()) {
            how = end(node, command, reply);
        } else {
            // Its reply may come at any time and would be taken for that of the next command.
            node.wire().close();
        }
        return new ReplyException(
                ReplyException.Kind.TIMEOUT,
                "It did not end within " + Times.text(limit) + ". " + how,
                command.text(),
                late);
    }

    private String end(Node node, Command command, CompletableFuture<Object> reply) {
        try {
            node.wire().await(reply, command, limit);
            return "It ended by itself right after; what it wrote stays";
        } catch (ReplyException killed) {
            if (killed.kind() == ReplyException.Kind.ERROR) {
                return "It was stopped and had not written anything";
            }
            node.wire().close();
            return "It was told to stop, and whether it did is unknown";
        }
    }
}
