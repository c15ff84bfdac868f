package dev.stairway.data.redis;

import java.util.ArrayList;
import java.util.List;

/** Writes keys of one kind. */
final class KeyTemplate {

    private static final byte[] SET = BulkLoader.latin("SET");
    private static final byte[] PX = BulkLoader.latin("PX");
    private static final byte[] PEXPIRE = BulkLoader.latin("PEXPIRE");

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

    void write(BulkLoader loader, long seed, long row) {
        Bits bits = new Bits(seed, row);
        byte[] key = key(row, bits);
        long ttl = spec.maxTtl().isZero() ? 0 : ttl(bits);
        if (spec.type().equals("string")) {
            string(loader, key, ttl, bits);
            return;
        }
        collection(loader, key, row, bits);
        if (ttl > 0) {
            loader.send(PEXPIRE, key, number(ttl));
        }
    }

    private long ttl(Bits bits) {
        long least = spec.minTtl().toMillis();
        return least + bits.below(spec.maxTtl().toMillis() - least + 1);
    }

    private void string(BulkLoader loader, byte[] key, long ttl, Bits bits) {
        byte[] value = spec.elements() <= 18 ? number(bits.below(pow10(spec.elements()))) : bits.hex(spec.elements());
        if (ttl > 0) {
            loader.send(SET, key, value, PX, number(ttl));
        } else {
            loader.send(SET, key, value);
        }
    }

    private static long pow10(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private void collection(BulkLoader loader, byte[] key, long row, Bits bits) {
        switch (spec.type()) {
            case "hash" -> {
                byte[][] command = command("HSET", key, 2 * names.length);
                for (int i = 0; i < names.length; i++) {
                    command[2 + 2 * i] = names[i];
                    command[3 + 2 * i] = bits.hex(12);
                }
                loader.send(command);
            }
            case "zset" -> {
                byte[][] command = command("ZADD", key, 2 * names.length);
                for (int i = 0; i < names.length; i++) {
                    command[2 + 2 * i] = number(bits.below(100_000));
                    command[3 + 2 * i] = names[i];
                }
                loader.send(command);
            }
            case "stream" -> {
                for (int i = 0; i < names.length; i++) {
                    byte[] id = BulkLoader.latin((row + 1) + "-" + (i + 1));
                    loader.send(BulkLoader.latin("XADD"), key, id, names[0], bits.hex(16));
                }
            }
            default -> {
                byte[][] command = command(spec.type().equals("set") ? "SADD" : "RPUSH", key, names.length);
                for (int i = 0; i < names.length; i++) {
                    command[2 + i] = bits.hex(8);
                }
                loader.send(command);
            }
        }
    }

    private static byte[][] command(String name, byte[] key, int more) {
        byte[][] command = new byte[2 + more][];
        command[0] = BulkLoader.latin(name);
        command[1] = key;
        return command;
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
            case "id" -> number(row + 1);
            case "name" -> Bits.word(row);
            case "hex" -> join(bits.hex(8), number(row));
            case "uuid" -> BulkLoader.latin(new java.util.UUID(bits.next(), row).toString());
            default -> new byte[0];
        };
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Decimal digits, without the detour by a string. */
    static byte[] number(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        byte[] text = new byte[digits];
        long rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return text;
    }
}
