package dev.stairway.fingerprint.redis;

import java.util.List;

/** The columns of every table of keys. All are always there, so that a column that loses its last value is seen. */
final class Columns {

    /** Sorted, as the row index wants it. */
    static final List<String> ALL =
            List.of("consumers", "expiry", "field expiry", "groups", "key", "last id", "pending", "type", "value");

    static final int EXPIRY = 1;
    static final int KEY = 4;
    static final int TYPE = 7;
    static final int VALUE = 8;

    /** What streams have, and hashes whose fields expire. */
    static final List<String> MORE = List.of("consumers", "field expiry", "groups", "last id", "pending");

    static final int CONSUMERS = 0;
    static final int FIELD_EXPIRY = 1;
    static final int GROUPS = 2;
    static final int LAST_ID = 3;
    static final int PENDING = 4;

    /** Place of each of {@link #MORE} in {@link #ALL}. */
    private static final int[] PLACE = {0, 2, 3, 5, 6};

    private Columns() {}

    static int place(int more) {
        return PLACE[more];
    }
}
