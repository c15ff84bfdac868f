package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.Handover;
import dev.stairway.database.files.FileCheckpoint;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The only database of a server of its own.
 *
 * <p>A checkpoint is a dump that the server writes and reads itself: every type, every expiry to the millisecond and the
 * functions are in it, and it takes a third of the time of copying the keys one by one.
 * https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
 *
 * <p>Settings, users and cached scripts are not in it: a restored server keeps those it has, unless it had to be started
 * again.
 */
final class EmbeddedDatabase extends SoleDatabase {

    private static final String DUMP = "dump.rdb";

    /** The last one. */
    private static final String UNUSED_DATABASE = Integer.toString(Settings.DATABASES - 1);

    private final RedisProcess process;
    private final Runnable onClose;
    private int checkpoints;

    EmbeddedDatabase(DatabaseId id, RedisProcess process, Runnable onClose) {
        super(id);
        this.process = process;
        this.onClose = onClose;
        keepBy(process.keeper());
    }

    @Override
    public RedisEndpoint endpoint() {
        return process.endpoint();
    }

    @Override
    String lastLines() {
        return process.lastLines();
    }

    @Override
    public List<ProcessHandle> processes() {
        return process.processes();
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        requireAnswer();
        Path copy = process.directory().resolve("checkpoint-" + ++checkpoints + ".rdb");
        long logged = process.logged();
        try {
            keeper().call("SAVE");
            Files.move(process.directory().resolve(DUMP), copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (RedisErrorException e) {
            // The answer is no more than "ERR"; the reason is in the log.
            throw failed("kept", process.directory().toString(), e, process.lastLines(logged));
        } catch (IOException e) {
            throw failed("kept", e);
        }
        return new FileCheckpoint(this, copy);
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        Path dump = FileCheckpoint.pathOf(checkpoint, this);
        try {
            if (!reload(dump)) {
                keeper().close();
                process.restart(dump);
                keepBy(process.keeper());
            }
        } catch (IOException e) {
            throw failed("restored", e);
        }
    }

    @Override
    public Optional<Handover> handover() {
        return Optional.of(AttachedRedis.handover(id(), endpoint()));
    }

    /** A state that was read from a dump is not in the log. */
    void flush() {
        try {
            new OwnLog(keeper(), process.directory()).write();
        } catch (IOException | RedisErrorException e) {
            throw failed("kept", e);
        }
    }

    void kill() {
        try {
            process.kill();
        } catch (IOException e) {
            throw failed("left", e);
        }
    }

    void resume() {
        keeper().close();
        try {
            process.resume();
            keepBy(process.keeper());
        } catch (IOException e) {
            throw failed("found again after a crash", e);
        }
    }

    @Override
    public Optional<Path> log() {
        requireNoSession();
        try {
            return Optional.of(new OwnLog(keeper(), process.directory()).write());
        } catch (IOException | RedisErrorException e) {
            throw failed("kept", e);
        }
    }

    @Override
    public boolean restartWithLog(Path log) {
        requireNoSession();
        try {
            keeper().close();
            process.restartWithLog(log);
            keepBy(process.keeper());
            return true;
        } catch (IOException e) {
            throw failed("restored", e);
        }
    }

    // Connections outlive it, unlike a restart. False when the server is kept busy by a script that does not end, or is
    // about to die.
    private boolean reload(Path dump) throws IOException {
        Path source = process.directory().resolve(DUMP);
        Files.deleteIfExists(source);
        Files.createLink(source, dump);
        try {
            keeper().call("DEBUG", "RELOAD", "NOSAVE");
            return true;
        } catch (RedisErrorException | ProblemException unable) {
            return false;
        } finally {
            Files.deleteIfExists(source);
        }
    }

    /** Not while a session watches the counter of changes, which a dump starts anew, nor where writes are kept in a log. */
    @Override
    public boolean merge(List<DumpFile> parts) {
        if (sessionOpen() || process.durable() || unusedDatabase("DBSIZE") > 0) {
            return false;
        }
        try {
            new Merging(keeper(), process.directory().resolve(DUMP)).run(parts);
            // Nobody is told of keys that come with a dump; a flush of any database makes listeners look at everything.
            unusedDatabase("FLUSHDB");
            return true;
        } catch (IOException | RedisErrorException | ProblemException e) {
            throw failed("filled", e);
        }
    }

    private long unusedDatabase(String command) {
        keeper().call("SELECT", UNUSED_DATABASE);
        try {
            return keeper().call(command) instanceof Long number ? number : 0;
        } finally {
            keeper().call("SELECT", "0");
        }
    }

    @Override
    public void close() {
        keeper().close();
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded Redis was not stopped cleanly", e);
        } finally {
            onClose.run();
        }
    }

    private ProblemException failed(String verb, Exception cause) {
        return failed(verb, process.directory().toString(), cause);
    }
}
