package dev.stairway.engine.redis;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisException;
import org.redisson.client.RedisRedirectException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommand;

/**
 * One connection to one server by Redisson's low-level client: a command is sent once and never again on its own, and
 * commands run in the order in which they were sent. Replies: a status is text, a string is bytes, an integer is a Long.
 */
final class Wire implements AutoCloseable {

    private final RedisClient client;
    private final Duration timeout;
    private RedisConnection connection;

    /** @param timeout of a command that has none of its own */
    Wire(RedisClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** Sends a command and waits for its reply. */
    Object call(Object... arguments) {
        return await(Command.of(arguments), timeout);
    }

    Object await(CompletableFuture<Object> reply, Command command) {
        return await(reply, command, timeout);
    }

    Object await(Command command, Duration limit) {
        return await(send(command), command, limit);
    }

    /** Sends a command without waiting. */
    CompletableFuture<Object> send(Command command) {
        CompletableFuture<Object> reply = new CompletableFuture<>();
        Channel channel = connected().getChannel();
        // Redisson itself would let a reply that was cut off run into its timeout.
        ChannelFutureListener lost = closed -> reply.completeExceptionally(
                new ReplyException(ReplyException.Kind.LOST, "The connection was lost", command.text(), null));
        channel.closeFuture().addListener(lost);
        Object[] parameters =
                command.arguments().subList(1, command.arguments().size()).toArray();
        String name = Command.text(command.arguments().get(0));
        var sent = connection.<Object, Object>async(
                Integer.MAX_VALUE, ByteArrayCodec.INSTANCE, new RedisCommand<>(name), parameters);
        sent.whenComplete((answer, failure) -> {
            channel.closeFuture().removeListener(lost);
            if (failure == null) {
                reply.complete(answer);
            } else {
                reply.completeExceptionally(failure);
            }
        });
        return reply;
    }

    /** Waits for a reply; one that does not come in time can be waited for again. */
    Object await(CompletableFuture<Object> reply, Command command, Duration limit) {
        try {
            return reply.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw fault(failed.getCause(), command);
        } catch (TimeoutException late) {
            throw new ReplyException(
                    ReplyException.Kind.TIMEOUT, "No answer within " + Times.text(limit), command.text(), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new ReplyException(ReplyException.Kind.LOST, "Interrupted", command.text(), interrupted);
        }
    }

    private static ReplyException fault(Throwable cause, Command command) {
        if (cause instanceof ReplyException known) {
            return known;
        }
        ReplyException.Kind kind = ServerError.is(cause) ? ReplyException.Kind.ERROR : ReplyException.Kind.LOST;
        return new ReplyException(kind, ServerError.text(cause), command.text(), cause);
    }

    /** Many replies, sent in one go. */
    List<Object> all(List<Command> commands) {
        List<CompletableFuture<Object>> replies =
                commands.stream().map(this::send).toList();
        return java.util.stream.IntStream.range(0, replies.size())
                .mapToObj(i -> await(replies.get(i), commands.get(i), timeout))
                .toList();
    }

    private RedisConnection connected() {
        if (connection == null || connection.isClosed() || !connection.isActive()) {
            close();
            try {
                connection = client.connect();
            } catch (RedisException refused) {
                throw fault(refused, Command.of("CONNECT"));
            }
        }
        return connection;
    }

    @Override
    public void close() {
        if (connection != null) {
            // Says to Redisson that this was meant, so that it does not connect again.
            connection.closeAsync();
            connection = null;
        }
    }

    /** True when the server says that another one has the slot. */
    static boolean moved(ReplyException failure) {
        return failure.getCause() instanceof RedisRedirectException;
    }
}
