package dev.stairway.fault;

import dev.stairway.database.Database;
import dev.stairway.database.Reachable;
import java.time.Duration;

/** A fault of the line. */
final class LineInjection implements Injection {

    /** As from one continent to another over a busy line. */
    private static final Line SLOW = Line.slow(Duration.ofMillis(20), 1_000_000);

    private final Line line;
    private final Relay relay;
    private final Database database;

    LineInjection(Fault fault, Reachable database) {
        this.line = line(fault);
        this.relay = Relay.to(database.host(), database.port());
        this.database = database.via(relay.host(), relay.port());
    }

    private static Line line(Fault fault) {
        return switch (fault) {
            case REQUEST_LOST -> Line.requestLost(1);
            case ANSWER_LOST -> Line.answerLost(1);
            case SILENT_LINE -> Line.silent(1);
            case SLOW_LINE -> SLOW;
            default -> throw new IllegalArgumentException(fault + " is no fault of a line");
        };
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void strike() {
        relay.put(line);
    }

    /** As when the one who waits is stopped. */
    @Override
    public void giveUp() {
        relay.close();
    }

    @Override
    public void close() {
        relay.close();
        database.close();
    }
}
