package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The commands of a client for keys like a model. Each writes at once or not at all, as one that shall be trusted must. */
final class Commands {

    private static final String IF_THERE = "if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end ";
    private static final String FIELDS = IF_THERE + "redis.call('HSET', KEYS[1], unpack(ARGV)) return 1";
    private static final String MEMBER = IF_THERE
            + "for _, m in ipairs(redis.call('SMEMBERS', KEYS[1])) do if string.find(m, '" + Mark.LUA
            + "') then redis.call('SREM', KEYS[1], m) end end redis.call('SADD', KEYS[1], ARGV[1]) return 1";
    private static final String SCORED = IF_THERE
            + "for _, m in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do if string.find(m, '" + Mark.LUA
            + "') then redis.call('ZREM', KEYS[1], m) end end redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2]) return 1";

    private final Model model;
    private final boolean deep;

    /** @param deep true to put the mark into a field of the model as well, since fields that nobody knows may be dropped */
    Commands(Model model, boolean deep) {
        this.model = model;
        this.deep = deep;
    }

    /** Makes the key, whatever was there. */
    List<byte[][]> create(String key, String mark, long lifeMillis) {
        List<byte[][]> commands = new ArrayList<>();
        if (model.type().equals("string")) {
            byte[] value = Mark.on(model.content().get(0), mark, deep);
            byte[][] kept = words("SET", key, value);
            byte[][] expiring = words("SET", key, value, Mark.bytes("PX"), number(lifeMillis));
            return Collections.singletonList(lifeMillis > 0 ? expiring : kept);
        }
        commands.add(new byte[][] {Mark.bytes("MULTI")});
        commands.add(words("DEL", key));
        commands.add(all(key, mark));
        if (lifeMillis > 0) {
            commands.add(words("PEXPIRE", key, number(lifeMillis)));
        }
        commands.add(new byte[][] {Mark.bytes("EXEC")});
        return commands;
    }

    private byte[][] all(String key, String mark) {
        List<byte[]> old = model.content();
        List<byte[]> words = new ArrayList<>();
        String name;
        switch (model.type()) {
            case "hash" -> {
                name = "HSET";
                words.addAll(fields(mark));
            }
            case "stream" -> {
                name = "XADD";
                words.add(Mark.bytes("*"));
                words.addAll(fields(mark));
            }
            case "zset" -> {
                name = "ZADD";
                for (int i = 0; i + 1 < old.size(); i += 2) {
                    words.add(old.get(i + 1));
                    words.add(old.get(i));
                }
                words.add(old.get(1));
                words.add(Mark.on(old.get(0), mark, deep));
            }
            default -> {
                name = model.type().equals("list") ? "RPUSH" : "SADD";
                words.addAll(old);
                words.add(Mark.on(old.get(0), mark, deep));
            }
        }
        return words(name, key, words.toArray(byte[][]::new));
    }

    private List<byte[]> fields(String mark) {
        List<byte[]> old = model.content();
        List<byte[]> fields = new ArrayList<>();
        boolean marked = !deep;
        for (int i = 0; i + 1 < old.size(); i += 2) {
            boolean here = !marked && !Mark.text(old.get(i + 1)).matches("-?[\\d.]*");
            marked |= here;
            fields.add(old.get(i));
            fields.add(here ? Mark.bytes(mark) : old.get(i + 1));
        }
        fields.add(Mark.bytes(Mark.FIELD));
        fields.add(Mark.bytes(mark));
        return fields;
    }

    /** Changes the key if it is there. */
    byte[][] update(String key, String mark) {
        byte[] first = model.content().get(0);
        return switch (model.type()) {
            case "string" -> words("SET", key, Mark.on(first, mark, deep), Mark.bytes("XX"), Mark.bytes("KEEPTTL"));
            case "list" -> words("LSET", key, Mark.bytes("-1"), Mark.on(first, mark, deep));
            case "hash" -> script(FIELDS, key, fields(mark));
            case "set" -> script(MEMBER, key, List.of(Mark.on(first, mark, deep)));
            case "zset" -> script(SCORED, key, List.of(model.content().get(1), Mark.on(first, mark, deep)));
            default -> {
                List<byte[]> words = new ArrayList<>(
                        List.of(Mark.bytes("NOMKSTREAM"), Mark.bytes("MAXLEN"), Mark.bytes("4"), Mark.bytes("*")));
                words.addAll(fields(mark));
                yield words("XADD", key, words.toArray(byte[][]::new));
            }
        };
    }

    byte[][] read(String key) {
        return switch (model.type()) {
            case "string" -> words("GET", key);
            case "hash" -> words("HGETALL", key);
            case "list" -> words("LRANGE", key, Mark.bytes("0"), Mark.bytes("-1"));
            case "set" -> words("SMEMBERS", key);
            case "zset" -> words("ZRANGE", key, Mark.bytes("0"), Mark.bytes("-1"));
            default -> words("XRANGE", key, Mark.bytes("-"), Mark.bytes("+"));
        };
    }

    /** Gives the key another life time if it is there; 0 ends it at once. */
    static byte[][] expire(String key, long lifeMillis) {
        return words("PEXPIRE", key, number(lifeMillis));
    }

    static byte[][] words(String name, String key, byte[]... more) {
        byte[][] words = new byte[2 + more.length][];
        words[0] = Mark.bytes(name);
        words[1] = RedisConnection.bytes(key);
        System.arraycopy(more, 0, words, 2, more.length);
        return words;
    }

    private static byte[][] script(String text, String key, List<byte[]> arguments) {
        byte[][] words = new byte[4 + arguments.size()][];
        words[0] = Mark.bytes("EVAL");
        words[1] = Mark.bytes(text);
        words[2] = Mark.bytes("1");
        words[3] = RedisConnection.bytes(key);
        for (int i = 0; i < arguments.size(); i++) {
            words[4 + i] = arguments.get(i);
        }
        return words;
    }

    private static byte[] number(long value) {
        return Mark.bytes(Long.toString(value));
    }
}
