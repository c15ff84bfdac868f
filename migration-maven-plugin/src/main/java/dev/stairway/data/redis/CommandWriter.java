package dev.stairway.data.redis;

/** Writes keys by commands, which any server understands. */
final class CommandWriter implements KeyWriter {

    private static final byte[] SET = BulkLoader.latin("SET");
    private static final byte[] PX = BulkLoader.latin("PX");
    private static final byte[] PEXPIRE = BulkLoader.latin("PEXPIRE");
    private static final byte[] HSET = BulkLoader.latin("HSET");
    private static final byte[] SADD = BulkLoader.latin("SADD");
    private static final byte[] RPUSH = BulkLoader.latin("RPUSH");
    private static final byte[] ZADD = BulkLoader.latin("ZADD");
    private static final byte[] XADD = BulkLoader.latin("XADD");

    private final BulkLoader loader;

    CommandWriter(BulkLoader loader) {
        this.loader = loader;
    }

    @Override
    public void string(byte[] key, byte[] value, long ttl) {
        if (ttl > 0) {
            loader.send(SET, key, value, PX, Digits.of(ttl));
        } else {
            loader.send(SET, key, value);
        }
    }

    @Override
    public void hash(byte[] key, byte[][] pairs, long ttl) {
        collection(HSET, key, pairs, ttl);
    }

    @Override
    public void set(byte[] key, byte[][] members, long ttl) {
        collection(SADD, key, members, ttl);
    }

    @Override
    public void list(byte[] key, byte[][] elements, long ttl) {
        collection(RPUSH, key, elements, ttl);
    }

    @Override
    public void sortedSet(byte[] key, long[] scores, byte[][] members, long ttl) {
        byte[][] pairs = new byte[2 * members.length][];
        for (int i = 0; i < members.length; i++) {
            pairs[2 * i] = Digits.of(scores[i]);
            pairs[2 * i + 1] = members[i];
        }
        collection(ZADD, key, pairs, ttl);
    }

    private void collection(byte[] name, byte[] key, byte[][] words, long ttl) {
        byte[][] command = new byte[2 + words.length][];
        command[0] = name;
        command[1] = key;
        System.arraycopy(words, 0, command, 2, words.length);
        loader.send(command);
        expire(key, ttl);
    }

    @Override
    public void stream(byte[] key, byte[][] ids, byte[] field, byte[][] values, long ttl) {
        for (int i = 0; i < ids.length; i++) {
            loader.send(XADD, key, ids[i], field, values[i]);
        }
        expire(key, ttl);
    }

    private void expire(byte[] key, long ttl) {
        if (ttl > 0) {
            loader.send(PEXPIRE, key, Digits.of(ttl));
        }
    }
}
