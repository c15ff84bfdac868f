package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A command on its way.
 *
 * @param text for people, without values
 * @param arguments with its name, as bytes or text
 */
record Command(String text, List<Object> arguments) {

    /** A command whose first two words may be shown. */
    static Command of(Object... arguments) {
        String text = arguments.length > 1 ? text(arguments[0]) + " " + text(arguments[1]) : text(arguments[0]);
        return new Command(text, Arrays.asList(arguments));
    }

    static Command named(String text, Object... arguments) {
        return new Command(text, Arrays.asList(arguments));
    }

    /**
     * A call of a script over some keys: https://redis.io/docs/latest/commands/evalsha/
     *
     * @param verb EVALSHA with the script's sum, EVAL with its text
     * @param name of the script, for people
     */
    static Command script(String verb, String name, String script, List<byte[]> keys) {
        List<Object> arguments = new ArrayList<>(keys.size() + 3);
        arguments.add(verb);
        arguments.add(script);
        arguments.add(Integer.toString(keys.size()));
        arguments.addAll(keys);
        return new Command(verb + " " + name + keys(keys), arguments);
    }

    /** For people: how many, and the first. */
    static String keys(List<byte[]> keys) {
        return switch (keys.size()) {
            case 0 -> "";
            case 1 -> " " + text(keys.get(0));
            default -> " " + text(keys.get(0)) + " and " + (keys.size() - 1) + " more keys";
        };
    }

    static String text(Object word) {
        String text = word instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : word.toString();
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    }
}
