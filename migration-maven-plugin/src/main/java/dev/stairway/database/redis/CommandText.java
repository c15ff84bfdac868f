package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A command for people: its name and its key, never a value, which may be a secret and a megabyte long. */
final class CommandText {

    private static final int LONGEST = 100;

    /** Their first argument is a secret, or may be. */
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of("AUTH", "HELLO", "MIGRATE");

    /** Their second word is a part of the name: https://redis.io/docs/latest/commands/command-list/ */
    private static final Set<String> WITH_SUBCOMMAND = Set.of(
            "ACL",
            "CLIENT",
            "CLUSTER",
            "COMMAND",
            "CONFIG",
            "DEBUG",
            "FUNCTION",
            "LATENCY",
            "MEMORY",
            "OBJECT",
            "PUBSUB",
            "SCRIPT",
            "SLOWLOG",
            "XGROUP",
            "XINFO");

    private CommandText() {}

    static String of(byte[]... command) {
        String name = text(command[0]).toUpperCase(Locale.ROOT);
        if (command.length == 1 || WITHOUT_ARGUMENTS.contains(name)) {
            return name;
        }
        if (name.startsWith("EVAL") || name.startsWith("FCALL")) {
            return script(name, command);
        }
        String second = text(command[1]);
        if (!WITH_SUBCOMMAND.contains(name)) {
            return name + " " + second;
        }
        String full = name + " " + second.toUpperCase(Locale.ROOT);
        return command.length > 2 && namesKey(name) ? full + " " + text(command[2]) : full;
    }

    // EVAL script numkeys [key ...]: https://redis.io/docs/latest/commands/eval/
    private static String script(String name, byte[]... command) {
        String oneLine = new String(command[1], StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        String script = name + " " + text(oneLine.getBytes(StandardCharsets.UTF_8));
        return command.length > 3 && !text(command[2]).equals("0") ? script + " " + text(command[3]) : script;
    }

    private static boolean namesKey(String name) {
        return name.startsWith("X") || name.equals("OBJECT") || name.equals("MEMORY");
    }

    /** Readable text of bytes that may be anything. */
    static String text(byte[] bytes) {
        String all = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "?");
        return bytes.length > LONGEST ? all + "…" : all;
    }
}
