package dev.stairway.data.redis;

import java.util.ArrayList;
import java.util.List;

/** Writes keys of one kind. */
final class KeyTemplate {

    private final KeySpec spec;
    private final List<byte[]> parts = new ArrayList<>();
    private final List<String> holes = new ArrayList<>();
    private final byte[][] names;

    KeyTemplate(KeySpec spec) {
        this.spec = spec;
        String rest = spec.pattern();
        for (int open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
            int close = rest.indexOf('}', open);
            if (close < 0 || !List.of("id", "uuid", "hex", "name").contains(rest.substring(open + 1, close))) {
                // A hash tag stands as it is.
                int end = rest.indexOf('{', open + 1) < 0 ? rest.length() : open + 1;
                if (end == rest.length()) {
                    break;
                }
                parts.add(BulkLoader.latin(rest.substring(0, end)));
                holes.add("");
                rest = rest.substring(end);
                continue;
            }
            parts.add(BulkLoader.latin(rest.substring(0, open)));
            holes.add(rest.substring(open + 1, close));
            rest = rest.substring(close + 1);
        }
        parts.add(BulkLoader.latin(rest));
        names = new byte[Math.max(1, spec.elements())][];
        for (int i = 0; i < names.length; i++) {
            names[i] = BulkLoader.latin("field" + i);
        }
    }

    /** Streams have no simple form in a dump. */
    boolean stream() {
        return spec.type().equals("stream");
    }

    boolean mortal() {
        return !spec.maxTtl().isZero();
    }

    void write(KeyWriter writer, long seed, long row) {
        Bits bits = new Bits(seed, row);
        byte[] key = key(row, bits);
        long ttl = mortal() ? ttl(bits) : 0;
        switch (spec.type()) {
            case "string" -> writer.string(key, string(bits), ttl);
            case "hash" -> writer.hash(key, pairs(bits), ttl);
            case "zset" -> writer.sortedSet(key, scores(bits), names, ttl);
            case "stream" -> writer.stream(key, ids(row), names[0], values(bits, 16), ttl);
            case "set" -> writer.set(key, values(bits, 8), ttl);
            default -> writer.list(key, values(bits, 8), ttl);
        }
    }

    private long ttl(Bits bits) {
        long least = spec.minTtl().toMillis();
        return least + bits.below(spec.maxTtl().toMillis() - least + 1);
    }

    private byte[] string(Bits bits) {
        return spec.elements() <= 18 ? Digits.of(bits.below(pow10(spec.elements()))) : bits.hex(spec.elements());
    }

    private static long pow10(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private byte[][] pairs(Bits bits) {
        byte[][] pairs = new byte[2 * names.length][];
        for (int i = 0; i < names.length; i++) {
            pairs[2 * i] = names[i];
            pairs[2 * i + 1] = bits.hex(12);
        }
        return pairs;
    }

    private long[] scores(Bits bits) {
        long[] scores = new long[names.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = bits.below(100_000);
        }
        return scores;
    }

    private byte[][] ids(long row) {
        byte[][] ids = new byte[names.length][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = BulkLoader.latin((row + 1) + "-" + (i + 1));
        }
        return ids;
    }

    private byte[][] values(Bits bits, int digits) {
        byte[][] values = new byte[names.length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.hex(digits);
        }
        return values;
    }

    private byte[] key(long row, Bits bits) {
        byte[][] filled = new byte[holes.size()][];
        int length = 0;
        for (int i = 0; i < filled.length; i++) {
            filled[i] = hole(holes.get(i), row, bits);
            length += filled[i].length;
        }
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] key = new byte[length];
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            at = put(parts.get(i), key, at);
            at = i < filled.length ? put(filled[i], key, at) : at;
        }
        return key;
    }

    private static int put(byte[] part, byte[] key, int at) {
        System.arraycopy(part, 0, key, at, part.length);
        return at + part.length;
    }

    private static byte[] hole(String kind, long row, Bits bits) {
        return switch (kind) {
            case "id" -> Digits.of(row + 1);
            case "name" -> Bits.word(row);
            case "hex" -> join(bits.hex(8), Digits.of(row));
            case "uuid" -> BulkLoader.latin(new java.util.UUID(bits.next(), row).toString());
            default -> new byte[0];
        };
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
