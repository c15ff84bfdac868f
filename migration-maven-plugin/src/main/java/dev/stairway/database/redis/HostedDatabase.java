package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The only database of a server whose files are out of reach: it keeps and reads its states itself, each in a dump under a
 * name that it is told.
 *
 * <p>As with an embedded server, every type, every expiry and the functions are in a state; settings, users and cached
 * scripts are not.
 */
final class HostedDatabase extends SoleDatabase {

    /** Never written, so that a server that is started anew finds nothing. */
    private static final String NONE = "dump.rdb";

    private final RedisHost host;
    private final RedisSetup setup;
    private final Runnable onClose;
    private final Deque<String> unused = new ArrayDeque<>();
    private int names;

    HostedDatabase(DatabaseId id, RedisHost host, RedisSetup setup, Runnable onClose) {
        super(id);
        this.host = host;
        this.setup = setup;
        this.onClose = onClose;
        keepBy(RedisConnection.open(setup.keeper(host)));
    }

    @Override
    public RedisEndpoint endpoint() {
        return setup.endpoint(host);
    }

    @Override
    String lastLines() {
        return host.lastLines();
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        requireAnswer();
        String name = unused.isEmpty() ? "checkpoint-" + ++names + ".rdb" : unused.pop();
        try {
            underName(name, "SAVE");
            return new Kept(this, name);
        } catch (RedisErrorException e) {
            unused.push(name);
            throw failed("kept", endpoint().toString(), e);
        }
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        Kept kept = (Kept) checkpoint;
        if (kept.database != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        try {
            if (!reload(kept.name)) {
                keeper().close();
                host.restart();
                keepBy(RedisStart.await(setup.keeper(host), host));
                underName(kept.name, "DEBUG", "RELOAD", "NOSAVE");
            }
        } catch (IOException | RedisErrorException | ProblemException e) {
            throw failed("restored", endpoint().toString(), e);
        }
    }

    // False when the server is kept busy by a script that does not end, or is about to die.
    private boolean reload(String name) {
        try {
            underName(name, "DEBUG", "RELOAD", "NOSAVE");
            return true;
        } catch (RedisErrorException | ProblemException unable) {
            return false;
        }
    }

    private void underName(String name, String... command) {
        keeper().call("CONFIG", "SET", "dbfilename", name);
        try {
            keeper().call(command);
        } finally {
            if (keeper().open()) {
                keeper().call("CONFIG", "SET", "dbfilename", NONE);
            }
        }
    }

    @Override
    public void close() {
        keeper().close();
        onClose.run();
    }

    private record Kept(HostedDatabase database, String name) implements Checkpoint {

        /** The server cannot be told to delete the file; the next state is written over it. */
        @Override
        public void close() {
            if (!database.unused.contains(name)) {
                database.unused.push(name);
            }
        }
    }
}
