package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds the keys in a command of the common kinds: the first argument, or those that a script is given. */
final class Named {

    /** Name of the command, script, number of keys. */
    private static final int BEFORE_KEYS = 3;

    private Named() {}

    /** @param command its words, the name first */
    static List<String> keys(List<?> command) {
        boolean script = text(command.get(0)).startsWith("EVAL");
        if (!script) {
            return command.size() > 1 ? List.of(text(command.get(1))) : List.of();
        }
        if (command.size() <= BEFORE_KEYS) {
            return List.of();
        }
        int count = Integer.parseInt(text(command.get(BEFORE_KEYS - 1)));
        return command.subList(BEFORE_KEYS, Math.min(command.size(), BEFORE_KEYS + count)).stream()
                .map(Named::text)
                .toList();
    }

    private static String text(Object word) {
        return word instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(word);
    }
}
