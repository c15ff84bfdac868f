package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums of what a migration says. */
final class Checksum {

    private Checksum() {}

    /** SHA-256 of texts one after another, cut where one ends and the next begins. */
    static String of(String... texts) {
        MessageDigest digest = digest("SHA-256");
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    /** The name under which the server keeps a script: https://redis.io/docs/latest/commands/script-load/ */
    static String sha1(String script) {
        return HexFormat.of().formatHex(digest("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
