package dev.stairway.script.redis;

import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Only these: U+2028 and its like, which Unicode ends a line with as well, are text in a value. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /** Other kinds of white space belong to the argument, as for redis-cli. */
    private static final Pattern AROUND = Pattern.compile("^[ \t]+|[ \t]+$");

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
        for (String raw : LINE_END.split(text, -1)) {
            line++;
            String content = AROUND.matcher(raw).replaceAll("");
            if (!content.isEmpty() && !content.startsWith("#")) {
                commands.add(command(file, line, content));
            }
        }
        return commands;
    }

    private static RedisCommandLine command(String file, int line, String content) {
        RedisCommandLine command;
        try {
            command = RedisCommandLine.of(line, content);
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
