package dev.stairway.data.redis;

/** Where generated keys go. Life times are in milliseconds from now, 0 for a key that stays. */
interface KeyWriter {

    void string(byte[] key, byte[] value, long ttl);

    /** @param pairs field, value, field, value and so on; no field twice */
    void hash(byte[] key, byte[][] pairs, long ttl);

    void set(byte[] key, byte[][] members, long ttl);

    void list(byte[] key, byte[][] elements, long ttl);

    /** @param members none twice */
    void sortedSet(byte[] key, long[] scores, byte[][] members, long ttl);

    /** @param ids ascending; every entry has one field */
    void stream(byte[] key, byte[][] ids, byte[] field, byte[][] values, long ttl);
}
