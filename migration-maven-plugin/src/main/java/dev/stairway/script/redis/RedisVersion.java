package dev.stairway.script.redis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Version of a Redis migration: numbers with dots, compared number by number, so that {@code 7}, {@code 007} and {@code 7.0}
 * are the same one.
 *
 * @param parts without zeros at the end, at least one
 */
public record RedisVersion(List<BigInteger> parts) implements Comparable<RedisVersion> {

    public RedisVersion {
        parts = withoutTrailingZeros(parts);
    }

    /**
     * Reads {@code 007}, {@code 1.2} or {@code 1_2}.
     *
     * @throws NumberFormatException when it is not made of numbers
     */
    public static RedisVersion of(String text) {
        return new RedisVersion(
                Arrays.stream(text.split("[._]", -1)).map(BigInteger::new).toList());
    }

    /** The number where the version is a single one, which makes gaps visible; else -1. */
    public long number() {
        return parts.size() == 1 && parts.get(0).bitLength() < Long.SIZE
                ? parts.get(0).longValue()
                : -1;
    }

    @Override
    public int compareTo(RedisVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    @Override
    public String toString() {
        return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }

    private static List<BigInteger> withoutTrailingZeros(List<BigInteger> parts) {
        List<BigInteger> kept = new ArrayList<>(parts);
        while (kept.size() > 1 && kept.get(kept.size() - 1).signum() == 0) {
            kept.remove(kept.size() - 1);
        }
        return List.copyOf(kept);
    }
}
