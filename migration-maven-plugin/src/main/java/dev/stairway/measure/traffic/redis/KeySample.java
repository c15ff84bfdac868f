package dev.stairway.measure.traffic.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisLink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds keys of a pattern and how they are read. */
final class KeySample {

    private static final int KEYS = 64;
    private static final String PAGE = "1000";

    /** Pages of which the keys are taken at most, so that it costs the same for any number of keys. */
    private static final int PAGES = 20;

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*?\\[\\]^]");

    /** One that takes no longer for a large value: https://redis.io/docs/latest/commands/. */
    private static final Map<String, String> READ_BY_TYPE = Map.of(
            "string", "STRLEN", "hash", "HLEN", "list", "LLEN", "set", "SCARD", "zset", "ZCARD", "stream", "XLEN");

    private KeySample() {}

    /** One command for each key, by its type; empty when the pattern has no keys. */
    static List<byte[][]> reads(RedisLink link, String pattern) {
        List<byte[][]> reads = new ArrayList<>();
        for (RedisConnection node : link.nodes()) {
            for (byte[] key : keys(node, glob(pattern))) {
                String read = READ_BY_TYPE.get(String.valueOf(node.call(RedisConnection.bytes("TYPE"), key)));
                if (read != null) {
                    reads.add(new byte[][] {RedisConnection.bytes(read), key});
                }
            }
        }
        Collections.shuffle(reads);
        return reads;
    }

    private static List<byte[]> keys(RedisConnection node, String glob) {
        List<byte[]> keys = new ArrayList<>();
        String cursor = "0";
        for (int page = 0; page < PAGES && keys.size() < KEYS; page++) {
            List<?> reply = (List<?>) node.call("SCAN", cursor, "MATCH", glob, "COUNT", PAGE);
            cursor = text((byte[]) reply.get(0));
            for (Object key : (List<?>) reply.get(1)) {
                keys.add((byte[]) key);
            }
            if (cursor.equals("0")) {
                break;
            }
        }
        return keys.subList(0, Math.min(KEYS, keys.size()));
    }

    /** What stands in braces varies: https://redis.io/docs/latest/commands/keys/. */
    static String glob(String pattern) {
        StringBuilder glob = new StringBuilder();
        int from = 0;
        var variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            glob.append(literal(pattern.substring(from, variable.start()))).append('*');
            from = variable.end();
        }
        return glob.append(literal(pattern.substring(from))).toString();
    }

    private static String literal(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.US_ASCII);
    }
}
