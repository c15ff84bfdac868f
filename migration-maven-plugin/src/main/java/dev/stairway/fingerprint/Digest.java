package dev.stairway.fingerprint;

import java.util.HexFormat;

/**
 * 128 bits that form a group under addition, so that a digest over many rows does not depend on their order and can be
 * updated by adding and subtracting parts. Addition rather than XOR: two equal rows must not cancel each other out.
 */
public record Digest(long high, long low) {

    public static final Digest ZERO = new Digest(0, 0);

    /** Sum modulo 2^128. */
    public Digest plus(Digest other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Digest(high + other.high + carry, sum);
    }

    /** Difference modulo 2^128. */
    public Digest minus(Digest other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new Digest(high - other.high - borrow, low - other.low);
    }

    /** 32 hexadecimal digits. */
    public String hex() {
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(high) + digits.toHexDigits(low);
    }
}
