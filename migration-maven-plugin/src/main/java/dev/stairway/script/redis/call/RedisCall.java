package dev.stairway.script.redis.call;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A command that a script sends.
 *
 * @param command in upper case; empty when only the run knows it
 * @param arguments as far as they are known, behind the command
 * @param offset of the call in the script, from 0
 * @param result name of the local variable that takes its result; empty where there is none
 * @param caught true when an error of it does not end the script
 * @param loops those that it stands in, from the outermost
 * @param guards conditions that decide whether it is sent
 */
public record RedisCall(
        String command,
        List<Argument> arguments,
        int offset,
        String result,
        boolean caught,
        List<Loop> loops,
        List<Argument> guards) {

    /**
     * An argument as it is written.
     *
     * @param text the literal's value, or the expression as written
     * @param literal true when its value is known: a string or a number
     * @param prefix the literal text that a concatenation begins with; of a literal all of it
     * @param resolved the expression with the variables replaced by what they hold, so that what is equal here has the same
     *     value; a name that the script was handed is {@code KEYS[1]}, or {@code KEYS[]} in a loop over all of them
     * @param names variables that it reads, directly or by way of others, with KEYS and ARGV
     * @param replies which calls of the script it is made of, by their place in the list of them, from 0
     * @param uses functions and operators that it is made with: {@code string.match}, {@code ..}, {@code *}; comparing is
     *     {@code present} when the other side is nil, false, true, 0, 1 or empty, else {@code compare}; a table in which two
     *     names have the same value is {@code merge}
     */
    public record Argument(
            String text,
            boolean literal,
            String prefix,
            String resolved,
            List<String> names,
            List<Integer> replies,
            List<String> uses) {

        public Argument {
            names = List.copyOf(names);
            replies = List.copyOf(replies);
            uses = List.copyOf(uses);
        }

        /** A literal. */
        public static Argument of(String value) {
            return new Argument(value, true, value, value, List.of(), List.of(), List.of());
        }

        /** True for a name that the runner hands over, or all of them, taken as they are. */
        public boolean handedOver() {
            return resolved.equals("unpack(KEYS)")
                    || resolved.startsWith("KEYS[") && resolved.indexOf(']') == resolved.length() - 1;
        }

        /** True when it is a name that the runner hands over, or made of one. */
        public boolean ofKeys() {
            return names.contains("KEYS");
        }

        /** True when it is made with any of these functions or operators. */
        public boolean usesAny(String... wanted) {
            return Stream.of(wanted).anyMatch(uses::contains);
        }
    }

    /**
     * A loop of the script.
     *
     * @param kind how it is written
     * @param offset of its first word, from 0
     * @param over what a for goes over, its last number, or the condition of the others
     * @param times how often it goes round where numbers say so; -1 where they do not
     * @param leaves true when something in it leaves it before its end
     * @param calls how many calls stand in it
     */
    public record Loop(Kind kind, int offset, Argument over, long times, boolean leaves, int calls) {

        /** How it is written. */
        public enum Kind {
            FOR_NUMBERS,
            FOR_IN,
            WHILE,
            REPEAT
        }
    }

    public RedisCall {
        arguments = List.copyOf(arguments);
        loops = List.copyOf(loops);
        guards = List.copyOf(guards);
    }

    /** True for any of these commands. @param commands in upper case */
    public boolean is(String... commands) {
        return Stream.of(commands).anyMatch(command::equals);
    }

    /** True for a command with a first word behind it: {@code CONFIG SET}. */
    public boolean isSub(String name, String sub) {
        return command.equals(name) && argument(0).toUpperCase(Locale.ROOT).equals(sub);
    }

    /** True when an argument is this word, in any case. */
    public boolean says(String word) {
        return arguments.stream().anyMatch(a -> a.literal() && a.text().equalsIgnoreCase(word));
    }

    /** A literal argument; empty where there is none at that place, or its value is not known. @param at from 0 */
    public String argument(int at) {
        return at < arguments.size() && arguments.get(at).literal()
                ? arguments.get(at).text()
                : "";
    }
}
