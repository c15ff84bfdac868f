package dev.stairway.measure.redis;

import dev.stairway.measure.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An answer with what was asked.
 *
 * @param name of the command, in upper case
 * @param command for people
 * @param reply to it
 * @param nanos when it came, by {@link System#nanoTime}
 */
record RedisAnswer(String name, String command, Reply reply, long nanos) implements Answer {

    static RedisAnswer of(List<byte[]> command, Object reply) {
        String name = text(command.get(0)).toUpperCase(Locale.ROOT);
        return new RedisAnswer(name, shown(name, command), Reply.of(name, reply), System.nanoTime());
    }

    /** Name and key; what follows may be a value. */
    private static String shown(String name, List<byte[]> command) {
        boolean script = name.startsWith("EVAL") || name.startsWith("FCALL");
        return script ? name : name + " " + text(command.get(1)).replaceAll("\\p{Cntrl}", "?");
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }

    @Override
    public boolean failed() {
        return reply.kind() == Reply.Kind.ERROR;
    }

    @Override
    public boolean found() {
        return !failed() && reply.kind() != Reply.Kind.NOTHING;
    }

    @Override
    public boolean same(Answer later) {
        return later instanceof RedisAnswer other && reply.same(name, other.reply, (other.nanos - nanos) / 1_000_000);
    }

    @Override
    public String text() {
        return reply.text();
    }
}
