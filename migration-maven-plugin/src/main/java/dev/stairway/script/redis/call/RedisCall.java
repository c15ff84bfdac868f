package dev.stairway.script.redis.call;

import java.util.List;

/**
 * A command that a script sends.
 *
 * @param command in upper case; empty when only the run knows it
 * @param arguments as far as they are known, behind the command
 * @param offset of the call in the script, from 0
 * @param loops how many loops of the script it stands in
 * @param result name of the local variable that takes its result; empty where there is none
 */
public record RedisCall(String command, List<Argument> arguments, int offset, int loops, String result) {

    /**
     * An argument as it is written.
     *
     * @param text the literal's value, or the expression as written
     * @param literal true when its value is known: a string or a number
     * @param prefix the literal text that a concatenation begins with; of a literal all of it
     * @param names variables that it reads, with KEYS and ARGV
     */
    public record Argument(String text, boolean literal, String prefix, List<String> names) {
        public Argument {
            names = List.copyOf(names);
        }
    }

    public RedisCall {
        arguments = List.copyOf(arguments);
    }

    /** True for any of these commands. @param commands in upper case */
    public boolean is(String... commands) {
        return List.of(commands).contains(command);
    }

    /** True when an argument is this word, in any case. */
    public boolean says(String word) {
        return arguments.stream().anyMatch(a -> a.literal() && a.text().equalsIgnoreCase(word));
    }
}
