package dev.stairway.fingerprint;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** The one hash under every fingerprint: MurmurHash3, 128 bits, over UTF-8 bytes. */
public final class Hashing {

    private static final int SEED = 0;

    private Hashing() {}

    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Digest of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static Digest of(byte[] bytes, int offset, int length) {
        long[] hash = MurmurHash3.hash128x64(bytes, offset, length, SEED);
        return new Digest(hash[0], hash[1]);
    }
}
