package dev.stairway.measure.traffic;

/** A client as the product has it. Used by one thread at a time, but for {@link #cancel()} and {@link #abandon()}. */
public interface Probe extends AutoCloseable {

    /** See {@link TableTraffic#table()}. */
    String table();

    TableTraffic.Kind kind();

    /** One call and its answer; failures are told, never thrown. */
    Outcome call();

    /** Makes the call under way end soon. From another thread. */
    void cancel();

    /** Breaks its connection, whatever is under way there. From another thread. */
    void abandon();

    @Override
    void close();
}
