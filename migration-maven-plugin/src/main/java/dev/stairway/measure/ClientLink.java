package dev.stairway.measure;

import java.util.List;
import java.util.Optional;

/** A connection as a client has one. Used by one thread at a time. */
public interface ClientLink extends AutoCloseable {

    /** Reads a key as a model for others; empty when it is not there, or when clients cannot write its type. */
    Optional<LiveModel> learn(String key);

    /**
     * Asks what a release asks.
     *
     * @param command its words, the name first
     */
    Answer ask(List<byte[]> command);

    @Override
    void close();
}
