package dev.stairway.fork;

import dev.stairway.crash.KillPoint;
import dev.stairway.crash.Runner;
import dev.stairway.engine.Migration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that applies migrations, as its parent sees it. */
final class ForkedRunner implements Runner {

    private final Process process;
    private final Wire wire;

    ForkedRunner(Process process, Wire wire) {
        this.process = process;
        this.wire = wire;
    }

    @Override
    public void reach(Migration migration, KillPoint point) throws IOException {
        wire.send(new RunnerOrder(migration.id(), point));
        RunnerMessage message = wire.receive(RunnerMessage.class);
        if (message == null) {
            throw new IOException("a runner ended before it began; exit code " + exitCode());
        }
        if (message.reached() != null && point.inside()) {
            long end = System.nanoTime() + point.afterNanos();
            for (long left = point.afterNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void applyAll() throws IOException {
        wire.send(new RunnerOrder(null, null));
    }

    @Override
    public List<Applied> awaitEnd() throws IOException {
        List<Applied> all = new ArrayList<>();
        for (RunnerMessage message = wire.receive(RunnerMessage.class);
                message != null && message.applied() != null;
                message = wire.receive(RunnerMessage.class)) {
            all.add(message.applied());
        }
        return all;
    }

    private int exitCode() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
