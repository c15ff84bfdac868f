package dev.stairway.fingerprint.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Tells the engine's own keys by how they begin. */
final class Reserved {

    private final byte[][] beginnings;

    Reserved(Set<String> beginnings) {
        this.beginnings = beginnings.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    boolean owns(byte[] key) {
        for (byte[] beginning : beginnings) {
            if (key.length >= beginning.length
                    && Arrays.equals(key, 0, beginning.length, beginning, 0, beginning.length)) {
                return true;
            }
        }
        return false;
    }
}
