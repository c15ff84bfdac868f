package dev.stairway.script.redis;

import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file of commands: one per line, quoted as in redis-cli; {@code #} starts a comment line. */
public final class RedisCommandFile {

    /** They change the connection itself or never answer, so the run could not go on after them. */
    private static final Set<String> NOT_IN_A_FILE = Set.of(
            "AUTH",
            "HELLO",
            "MONITOR",
            "PSUBSCRIBE",
            "PSYNC",
            "QUIT",
            "RESET",
            "SELECT",
            "SHUTDOWN",
            "SSUBSCRIBE",
            "SUBSCRIBE",
            "SYNC");

    private RedisCommandFile() {}

    /**
     * Reads the commands in order.
     *
     * @param file name for messages
     * @throws ProblemException naming file and line
     */
    public static List<RedisCommandLine> parse(String file, String text) {
        List<RedisCommandLine> commands = new ArrayList<>();
        int line = 0;
        for (String raw : text.split("\\R", -1)) {
            line++;
            String content = raw.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                commands.add(command(file, line, content));
            }
        }
        return commands;
    }

    private static RedisCommandLine command(String file, int line, String content) {
        RedisCommandLine command;
        try {
            command = new RedisCommandLine(line, content, Quoting.split(content));
        } catch (IllegalArgumentException broken) {
            throw ProblemException.migrations(
                    "A command cannot be read: " + broken.getMessage(),
                    file + ":" + line,
                    // The line itself may hold a secret.
                    "",
                    "Quote it as redis-cli wants it: \"...\" with \\ escapes, or '...'.",
                    broken);
        }
        if (NOT_IN_A_FILE.contains(command.name())) {
            throw ProblemException.migrations(
                    command.name() + " cannot stand in a migration",
                    file + ":" + line,
                    "",
                    "Take it out: it concerns the connection or the server, not the data.",
                    null);
        }
        return command;
    }
}
