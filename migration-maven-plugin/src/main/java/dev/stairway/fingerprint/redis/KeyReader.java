package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisError;
import dev.stairway.fingerprint.redis.ValueReading.FieldMoments;
import dev.stairway.fingerprint.redis.ValueReading.State;
import dev.stairway.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Reads keys in pipelines, one round always on its way while the last one is folded. Asks by the type that the pattern's
 * last key had; the server's WRONGTYPE tells when the guess was wrong, which saves TYPE for nearly every key.
 */
final class KeyReader {

    /** Keys per round. */
    static final int ROUND = 1000;

    private static final byte[] TYPE = RedisConnection.bytes("TYPE");
    private static final byte[] PEXPIRETIME = RedisConnection.bytes("PEXPIRETIME");
    private static final int MOST_TRIES = 20;

    /** Where keys come from. */
    interface Source {
        /** Sends what the next keys need; false when there are none, or none before the last ones were taken. */
        boolean ask(RedisConnection connection);

        /** The keys asked for. */
        List<byte[]> take(RedisConnection connection);
    }

    /** What is done with the keys. */
    interface Owner {
        /** Null for a key that is left out. */
        KeyReading open(byte[] key);

        void done(KeyReading reading);
    }

    /** Sent, and not answered yet. */
    private record Round(boolean asked, List<KeyReading> readings, RelativeExpiry expiry) {}

    private final RedisConnection connection;
    private final Traits traits;
    private final FieldMoments moments;
    private final Deque<KeyReading> waiting = new ArrayDeque<>();
    private final List<Object> replies = new ArrayList<>();

    KeyReader(RedisConnection connection, Traits traits, FieldMoments moments) {
        this.connection = connection;
        this.traits = traits;
        this.moments = moments;
    }

    /** Puts a reading first that was prepared elsewhere. */
    void add(KeyReading reading) {
        waiting.add(reading);
    }

    void read(Source source, Owner owner) {
        Round current = send(source);
        while (current != null) {
            if (current.asked()) {
                open(source.take(connection), owner);
            }
            Round following = send(source);
            receive(current, owner);
            current = following == null ? send(source) : following;
        }
    }

    private void open(List<byte[]> keys, Owner owner) {
        for (byte[] key : keys) {
            KeyReading reading = owner.open(key);
            if (reading != null) {
                waiting.add(reading);
            }
        }
    }

    private Round send(Source source) {
        boolean asked = waiting.size() < ROUND && source.ask(connection);
        List<KeyReading> readings = new ArrayList<>(Math.min(ROUND, waiting.size()));
        RelativeExpiry expiry = new RelativeExpiry();
        while (readings.size() < ROUND && !waiting.isEmpty()) {
            KeyReading reading = waiting.remove();
            readings.add(reading);
            send(reading);
            if (reading.expiry == KeyReading.UNREAD) {
                if (traits.absoluteExpiry()) {
                    connection.send(PEXPIRETIME, reading.key);
                } else {
                    expiry.add(reading);
                }
            }
        }
        expiry.send(connection);
        return asked || !readings.isEmpty() ? new Round(asked, readings, expiry) : null;
    }

    private void send(KeyReading reading) {
        if (reading.state == State.DONE) {
            reading.awaited = 0;
        } else if (reading.type.isEmpty()) {
            connection.send(TYPE, reading.key);
            reading.awaited = 1;
        } else {
            if (reading.value == null) {
                reading.value = ValueReading.of(reading.type, reading.small, traits, moments);
            }
            reading.awaited = reading.value.send(connection, reading.key);
        }
    }

    private void receive(Round round, Owner owner) {
        for (KeyReading reading : round.readings()) {
            replies.clear();
            for (int i = 0; i < reading.awaited; i++) {
                replies.add(connection.receive());
            }
            if (traits.absoluteExpiry() && reading.expiry == KeyReading.UNREAD) {
                reading.expiry = number(reading, connection.receive());
            }
            if (reading.awaited > 0) {
                take(reading);
            }
        }
        round.expiry().receive(connection);
        for (KeyReading reading : round.readings()) {
            if (reading.complete()) {
                owner.done(reading);
            } else {
                waiting.add(reading);
            }
        }
    }

    private void take(KeyReading reading) {
        RedisError error = error();
        if (error != null) {
            failed(reading, error);
        } else if (reading.value == null) {
            type(reading, String.valueOf(replies.get(0)));
        } else {
            reading.state = reading.value.receive(replies);
        }
    }

    private void type(KeyReading reading, String type) {
        reading.type = type;
        if (type.equals("none")) {
            reading.state = State.MISSING;
        } else if (ValueReading.of(type, reading.small, traits, moments) == null) {
            reading.state = State.DONE;
        }
    }

    private RedisError error() {
        for (Object reply : replies) {
            if (reply instanceof RedisError error) {
                return error;
            }
        }
        return null;
    }

    private void failed(KeyReading reading, RedisError error) {
        if (error.text().contains("no such key")) {
            reading.state = State.MISSING;
        } else if ((error.code().equals("WRONGTYPE") || error.code().equals("NOGROUP"))
                && reading.tries++ < MOST_TRIES) {
            reading.restart();
        } else {
            throw refused(reading, error);
        }
    }

    private static long number(KeyReading reading, Object reply) {
        if (reply instanceof Long number) {
            return number;
        }
        throw refused(reading, reply instanceof RedisError error ? error : new RedisError("no number"));
    }

    private static ProblemException refused(KeyReading reading, RedisError error) {
        return ProblemException.setup(
                "Redis refuses to read a key",
                "key " + KeyText.of(reading.key),
                error.text(),
                Set.of("MOVED", "ASK", "TRYAGAIN", "CLUSTERDOWN").contains(error.code())
                        ? "Let every slot of the cluster stay on its server while migrations are walked"
                        : "Give the user the right to read all keys (ACL SETUSER ... ~* +@read)",
                null);
    }
}
