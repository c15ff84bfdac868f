package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Hashes, with the expiry of their fields where the server has it. */
final class HashReading extends ValueReading {

    private static final byte[] HSCAN = b("HSCAN");
    private static final byte[] HGETALL = b("HGETALL");
    private static final byte[] COUNT = b("COUNT");
    private static final byte[] MANY = b(WINDOW);

    private final FieldMoments moments;
    private final Scanned scanned = new Scanned();
    private final Sum expiries = new Sum();
    private final List<byte[]> fields = new ArrayList<>();
    private final boolean small;
    private long members;
    private byte[] key;

    /** @param moments null where fields cannot expire */
    HashReading(boolean small, FieldMoments moments) {
        this.small = small;
        this.moments = moments;
    }

    @Override
    int send(RedisConnection connection, byte[] hash) {
        key = hash;
        if (fields.isEmpty() && small) {
            connection.send(HGETALL, hash);
        } else if (fields.isEmpty()) {
            connection.send(HSCAN, hash, scanned.cursor(), COUNT, MANY);
        } else {
            connection.send(askForExpiry(hash));
        }
        return 1;
    }

    // HPEXPIRETIME key FIELDS n field ...: https://redis.io/docs/latest/commands/hpexpiretime/
    private byte[][] askForExpiry(byte[] hash) {
        List<byte[]> command =
                new ArrayList<>(List.of(b("HPEXPIRETIME"), hash, b("FIELDS"), b(Integer.toString(fields.size()))));
        command.addAll(fields);
        return command.toArray(byte[][]::new);
    }

    @Override
    State receive(List<Object> replies) {
        if (fields.isEmpty()) {
            pairs(small ? scanned.whole(replies.get(0)) : scanned.page(replies.get(0)));
            return fields.isEmpty() ? scanned.state() : State.MORE;
        }
        expiries((List<?>) replies.get(0));
        return scanned.state();
    }

    private void pairs(List<?> elements) {
        for (int i = 0; i < elements.size(); i += 2) {
            byte[] field = (byte[]) elements.get(i);
            Digest name = Hashing.of(field);
            if (scanned.add(scanned.pair(name, Hashing.of((byte[]) elements.get(i + 1))))) {
                members += name.low();
            }
            if (moments != null) {
                fields.add(field);
            }
        }
    }

    private void expiries(List<?> times) {
        for (int i = 0; times != null && i < times.size(); i++) {
            long time = (Long) times.get(i);
            if (time >= 0) {
                byte[] moment = ByteBuffer.allocate(Long.BYTES)
                        .putLong(moments.canonical(key, fields.get(i), time))
                        .array();
                expiries.add(expiries.pair(Hashing.of(fields.get(i)), Hashing.of(moment)));
            }
        }
        fields.clear();
    }

    @Override
    long elements() {
        return scanned.count();
    }

    @Override
    long members() {
        return members;
    }

    @Override
    Digest value() {
        return scanned.result();
    }

    @Override
    Digest[] more() {
        if (expiries.count() == 0) {
            return null;
        }
        Digest[] more = new Digest[Columns.MORE.size()];
        more[Columns.FIELD_EXPIRY] = expiries.result();
        return more;
    }
}
