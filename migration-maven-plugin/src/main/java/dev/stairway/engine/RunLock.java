package dev.stairway.engine;

import java.util.Optional;

/** Held while a run applies migrations, so that others of the same engine wait; given back when closed. */
public interface RunLock extends AutoCloseable {

    /** Of an engine that has none, or that takes its own for every migration. */
    RunLock NONE = new RunLock() {
        @Override
        public Optional<String> released() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /** Whose lock was released before this one was taken, since its owner is dead; a sentence. */
    Optional<String> released();

    @Override
    void close();
}
