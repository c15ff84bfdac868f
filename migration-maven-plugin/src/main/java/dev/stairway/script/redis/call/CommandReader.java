package dev.stairway.script.redis.call;

import dev.stairway.script.redis.RedisCommandLine;
import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCall.Loop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a file of commands; a script that stands in one of them is read as well. */
final class CommandReader {

    private static final int MOST_CALLS = 300_000;

    /** Each takes about a hundred bytes. */
    private static final int MOST_WORDS = 100_000;

    private final List<RedisCall> calls = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final List<String> notCovered = new ArrayList<>();
    private boolean keys;

    RedisCalls read(String text) {
        int line = 1;
        int from = 0;
        while (from < text.length() && calls.size() < MOST_CALLS) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end;
            line(line++, from, text.substring(from, next));
            from = next + 1;
        }
        if (from < text.length()) {
            notCovered.add("line " + line + ": more calls than are looked at");
        }
        return new RedisCalls(calls, keys, loops, notCovered);
    }

    private void line(int number, int from, String raw) {
        String content = raw.strip();
        int begin = from + raw.indexOf(content);
        if (content.startsWith("\uFEFF")) {
            content = content.substring(1);
        }
        if (content.isEmpty() || content.startsWith("#")) {
            return;
        }
        try {
            command(number, begin, RedisCommandLine.of(number, content, MOST_WORDS));
        } catch (IllegalArgumentException broken) {
            notCovered(number, broken.getMessage());
        }
    }

    private void command(int number, int offset, RedisCommandLine line) {
        List<Argument> arguments = line.arguments().stream()
                .skip(1)
                .map(bytes -> Argument.of(new String(bytes, StandardCharsets.UTF_8)))
                .toList();
        RedisCall call = new RedisCall(line.name(), arguments, offset, "", false, List.of(), List.of());
        calls.add(call);
        if (call.is("EVAL", "EVAL_RO") && !arguments.isEmpty()) {
            script(number, offset, call.argument(0));
        } else if (call.is("EVALSHA", "EVALSHA_RO", "FCALL", "FCALL_RO")) {
            notCovered(number, "what " + call.command() + " runs is written elsewhere");
        }
    }

    private void script(int number, int offset, String text) {
        RedisCalls inner = RedisCallReader.lua(text, calls.size());
        keys |= inner.declaredKeys();
        inner.notCovered().forEach(reason -> notCovered(number, "in the script, " + reason));
        inner.calls()
                .forEach(call -> calls.add(new RedisCall(
                        call.command(),
                        call.arguments(),
                        offset,
                        call.result(),
                        call.caught(),
                        moved(call.loops().stream(), offset),
                        call.guards())));
        loops.addAll(moved(inner.loops().stream(), offset));
    }

    private static List<Loop> moved(Stream<Loop> loops, int offset) {
        return loops.map(loop -> new Loop(loop.kind(), offset, loop.over(), loop.times(), loop.leaves(), loop.calls()))
                .toList();
    }

    private void notCovered(int number, String reason) {
        if (notCovered.size() < 100) {
            notCovered.add("line " + number + ": " + reason);
        }
    }
}
