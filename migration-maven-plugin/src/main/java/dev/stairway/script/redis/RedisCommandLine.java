package dev.stairway.script.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One command of a command file.
 *
 * @param line 1-based
 * @param text as written, without the spaces around it
 * @param arguments the command's name and what follows, as bytes; never empty
 */
public record RedisCommandLine(int line, String text, List<byte[]> arguments) {

    public RedisCommandLine {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads one line, whatever its command.
     *
     * @param text without the spaces around it; not empty
     * @throws IllegalArgumentException that says what is wrong with its quotes
     */
    public static RedisCommandLine of(int line, String text) {
        return of(line, text, Integer.MAX_VALUE);
    }

    /** The same for whoever can do without lines of very many arguments. @param most arguments, with the name */
    public static RedisCommandLine of(int line, String text, int most) {
        return new RedisCommandLine(line, text, Quoting.split(text, most));
    }

    /** Upper-case name of the command. */
    public String name() {
        return new String(arguments.get(0), StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
    }
}
