package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** One key as a row of digests; reused from key to key, since there are millions of them. */
final class RowHash {

    private static final int SIZE = 17;

    final Digest[] columns = new Digest[Columns.ALL.size()];
    private final byte[] bytes = new byte[columns.length * SIZE];
    private final ByteBuffer row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    private final Map<String, Digest> types = new HashMap<>();
    Digest whole = Digest.ZERO;

    RowHash set(Digest key, KeyState state) {
        columns[Columns.KEY] = key;
        columns[Columns.TYPE] = types.computeIfAbsent(state.type(), Hashing::of);
        columns[Columns.VALUE] = state.value();
        columns[Columns.EXPIRY] = state.expiryMillis() == KeyState.NEVER ? null : of(state.expiryMillis());
        for (int i = 0; i < Columns.MORE.size(); i++) {
            columns[Columns.place(i)] = state.more(i);
        }
        row.clear();
        for (Digest column : columns) {
            row.put((byte) (column == null ? 0 : 1));
            row.putLong(column == null ? 0 : column.high());
            row.putLong(column == null ? 0 : column.low());
        }
        whole = Hashing.of(bytes);
        return this;
    }

    private Digest of(long value) {
        number.putLong(0, value);
        return Hashing.of(number.array());
    }

    /** One short hash per column, for the row index. */
    long[] lows() {
        long[] lows = new long[columns.length];
        for (int i = 0; i < lows.length; i++) {
            lows[i] = columns[i] == null ? 0 : columns[i].low();
        }
        return lows;
    }
}
