package dev.stairway.fingerprint;

import java.nio.charset.StandardCharsets;

/** The one hash under every fingerprint: MurmurHash3, 128 bits, over UTF-8 bytes. */
public final class Hashing {

    private Hashing() {}

    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Digest of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static Digest of(byte[] bytes, int offset, int length) {
        return Murmur.of(bytes, offset, length);
    }
}
