package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.redisson.client.NettyHook;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;

/** Sees what a Java migration sends through Redisson's high-level client: command and first key, never a value. */
final class Recorder implements NettyHook {

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Consumer<List<? extends List<?>>> before;
    private volatile boolean recording;

    private record Seen(String command, long nanos) {}

    /** @param before runs before each command of a migration, on the thread that sends it */
    Recorder(Consumer<List<? extends List<?>>> before) {
        this.before = before;
    }

    void start() {
        seen.clear();
        recording = true;
    }

    /** Hands over what was answered since the start. */
    void stop(RedisSession session) {
        recording = false;
        for (Seen command = seen.poll(); command != null; command = seen.poll()) {
            session.add(command.command(), command.nanos(), -1);
        }
    }

    @Override
    public void afterBoostrapInitialization(Bootstrap bootstrap) {
        // Nothing is changed in how connections are made.
    }

    @Override
    public void afterChannelInitialization(Channel channel) {
        channel.pipeline().addLast(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
                if (recording) {
                    before.accept(commands(message));
                    note(message);
                }
                context.write(message, promise);
            }
        });
    }

    /** Each with its name first. */
    private static List<? extends List<?>> commands(Object message) {
        if (message instanceof CommandData<?, ?> command) {
            return List.of(words(command));
        }
        return message instanceof CommandsData batch
                ? batch.getCommands().stream().map(Recorder::words).toList()
                : List.of();
    }

    private static List<Object> words(CommandData<?, ?> command) {
        List<Object> words = new ArrayList<>(List.of(command.getCommand().getName()));
        words.addAll(Arrays.asList(command.getParams()));
        return words;
    }

    private void note(Object message) {
        long start = System.nanoTime();
        if (message instanceof CommandData<?, ?> command) {
            command.getPromise().whenComplete((reply, failure) -> add(command, start));
        } else if (message instanceof CommandsData batch) {
            batch.getCommands()
                    .forEach(command -> command.getPromise().whenComplete((reply, failure) -> add(command, start)));
        }
    }

    private void add(CommandData<?, ?> command, long start) {
        Object[] parameters = command.getParams();
        String name = command.getCommand().getName();
        boolean key = parameters.length > 0 && !name.startsWith("EVAL") && !name.equals("AUTH");
        seen.add(new Seen(key ? name + " " + Command.text(text(parameters[0])) : name, System.nanoTime() - start));
    }

    private static Object text(Object parameter) {
        return parameter instanceof byte[] ? parameter : String.valueOf(parameter);
    }
}
