package dev.stairway.database;

/** A kept state of a {@link Database}. */
public interface Checkpoint extends AutoCloseable {
    @Override
    void close();
}
