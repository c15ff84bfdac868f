package dev.stairway.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration declares about keys: which name becomes which, and what stays as it was.
 *
 * @param from keys before the up step
 * @param to the same keys after it
 * @param valueUnchanged true when type and value must be the same
 * @param ttlUnchanged true when the expiry must be the same
 */
public record KeyMapping(KeyPattern from, KeyPattern to, boolean valueUnchanged, boolean ttlUnchanged) {

    private static final Pattern TEXT = Pattern.compile(
            "(\\S+)\\s*->\\s*(\\S+)(?:\\s+value\\s+(unchanged|changed))?(?:\\s+ttl\\s+(unchanged|changed))?");

    public KeyMapping {
        if (!from.parts().containsAll(to.parts())) {
            throw new IllegalArgumentException(
                    "'" + to.text() + "' has a part in braces that '" + from.text() + "' does not have");
        }
    }

    /**
     * Reads {@code session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged}; what is not said is
     * unchanged.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public static KeyMapping parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a mapping is <key> -> <key> [value unchanged|changed] [ttl unchanged|changed]");
        }
        return new KeyMapping(
                new KeyPattern(matcher.group(1)),
                new KeyPattern(matcher.group(2)),
                !"changed".equals(matcher.group(3)),
                !"changed".equals(matcher.group(4)));
    }

    /** Name after the up step of a key that is there before it; empty when the mapping does not speak of this key. */
    public Optional<String> forward(String key) {
        return from.match(key).map(to::fill);
    }

    /** Name before the up step of a key that is there after it; empty also when several keys may have become this one. */
    public Optional<String> backward(String key) {
        return invertible() ? to.match(key).map(from::fill) : Optional.empty();
    }

    /** False when two keys can become one, so that no way back can know which it was. */
    public boolean invertible() {
        return to.parts().containsAll(from.parts());
    }
}
