package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.problem.ProblemException;
import java.util.Arrays;
import java.util.List;

/**
 * A logical database of a server that is not ours: states are kept in this JVM's memory, and no command is used that
 * concerns the whole server.
 */
final class ExternalDatabase implements RedisDatabase {

    private static final byte[] FLUSH = RedisConnection.bytes("FLUSH");

    /** Up to here a checkpoint takes less than a tenth of a second on a server nearby. */
    private static final long FEW_KEYS = 5_000;

    private final DatabaseId id;
    private final RedisEndpoint endpoint;
    private final boolean sinceSeven;
    private final OwnerMarker marker;
    private final Runnable onClose;
    private final KeptBytes kept = KeptBytes.ofThisJvm();
    private RedisConnection keeper;
    private boolean sessionOpen;
    private long asked;

    /** @param sinceSeven true where the server has functions and absolute expiries */
    ExternalDatabase(DatabaseId id, RedisEndpoint endpoint, boolean sinceSeven, OwnerMarker marker, Runnable onClose) {
        this.id = id;
        this.endpoint = endpoint;
        this.sinceSeven = sinceSeven;
        this.marker = marker;
        this.onClose = onClose;
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public RedisEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public RedisSession newSession() {
        requireNoSession();
        marker.requireOwned();
        RedisSession session = new RedisSession(connect(), this::unknownChanges, () -> sessionOpen = false);
        sessionOpen = true;
        return session;
    }

    // The server counts the writes of all its users since its last save, and starts anew with each: no two readings say
    // that nothing was written in between.
    private long unknownChanges() {
        keeper().call("PING");
        return ++asked;
    }

    private RedisConnection keeper() {
        if (keeper == null || !keeper.open()) {
            keeper = connect();
        }
        return keeper;
    }

    private byte[] functions() {
        return sinceSeven ? (byte[]) keeper().call("FUNCTION", "DUMP") : new byte[0];
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        marker.requireOwned();
        try {
            return new State(this, KeyCopies.read(keeper(), sinceSeven, kept), functions());
        } catch (RedisErrorException e) {
            throw failed("kept", e);
        }
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        State state = (State) checkpoint;
        if (state.database != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        try {
            marker.empty();
            state.keys.write(keeper());
            restoreFunctions(state.functions);
        } catch (RedisErrorException e) {
            throw failed("restored", e);
        }
    }

    // Only where a migration has changed them: they belong to all databases of the server.
    private void restoreFunctions(byte[] before) {
        if (!Arrays.equals(functions(), before)) {
            keeper().call(RedisConnection.bytes("FUNCTION"), RedisConnection.bytes("RESTORE"), before, FLUSH);
        }
    }

    // There were none at the start.
    private void removeFunctions() {
        if (sinceSeven && !((List<?>) keeper().call("FUNCTION", "LIST")).isEmpty()) {
            keeper().call("FUNCTION", "FLUSH");
        }
    }

    @Override
    public boolean cheapCheckpoints() {
        return (Long) keeper().call("DBSIZE") <= FEW_KEYS;
    }

    private void requireNoSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
    }

    private ProblemException failed(String verb, RedisErrorException cause) {
        return ProblemException.setup(
                "The state of the Redis database cannot be " + verb,
                endpoint.toString(),
                cause.getMessage(),
                "Look for a script that never ends, too little memory, and rights that the user lacks",
                cause);
    }

    @Override
    public void close() {
        try {
            marker.empty();
            removeFunctions();
        } catch (RedisErrorException e) {
            throw failed("removed", e);
        } finally {
            onClose.run();
            if (keeper != null) {
                keeper.close();
            }
        }
    }

    private record State(ExternalDatabase database, KeyCopies keys, byte[] functions) implements Checkpoint {
        @Override
        public void close() {
            keys.free();
        }
    }
}
