package dev.stairway.engine.redis;

import dev.stairway.problem.ProblemException;
import dev.stairway.script.redis.RedisScript;
import java.util.Arrays;
import java.util.List;

/**
 * Which keys a script works on: those that match a pattern, found by SCAN, or some that it names.
 *
 * @param patterns globs for SCAN; empty when it does not declare any
 * @param named keys without a wildcard, handed over in one call
 */
record KeyChoice(List<String> patterns, List<String> named) {

    /** @throws ProblemException when it declares both */
    static KeyChoice of(RedisScript script) {
        List<String> words = script.header().keys().stream()
                .flatMap(keys -> Arrays.stream(keys.split("\\s+")))
                .toList();
        List<String> patterns = words.stream().filter(KeyChoice::wild).toList();
        List<String> named = words.stream().filter(word -> !wild(word)).toList();
        if (!patterns.isEmpty() && !named.isEmpty()) {
            throw ProblemException.migrations(
                    "A script works either on keys that match a pattern, call by call, or on keys that it names, in one call",
                    script.file(),
                    "stairway: keys " + String.join(" ", words),
                    "Make two migrations of it, or use only one kind.",
                    null);
        }
        return new KeyChoice(patterns, named);
    }

    // https://redis.io/docs/latest/commands/keys/ says what a glob is.
    private static boolean wild(String word) {
        return word.replaceAll("\\\\.", "").matches(".*[*?\\[].*");
    }
}
