package dev.stairway.crash;

import dev.stairway.engine.Migration;
import java.io.IOException;
import java.util.List;

/** A process that applies migrations and can be killed. Used by one thread. */
public interface Runner extends AutoCloseable {

    /**
     * Has it apply one migration, and comes back when the moment has come: it waits right before the statement, or the
     * statement is under way. Comes back as well when it ended before that.
     */
    void reach(Migration migration, KillPoint point) throws IOException;

    /** Ends it as {@code kill -9} does; comes back when it is gone. */
    void kill();

    /** Has it apply whatever is pending; comes back at once. */
    void applyAll() throws IOException;

    /**
     * Waits for the end of {@link #applyAll}.
     *
     * @return a line for each migration, and one for the end
     */
    List<Applied> awaitEnd() throws IOException;

    /** Ends it, however far it is. */
    @Override
    void close();

    /**
     * What a runner says of one migration.
     *
     * @param id of the migration; empty for the end of a run that could not go on
     * @param result name of a {@link dev.stairway.engine.StepOutcome.Result}
     * @param reason why it failed or was skipped; else empty
     */
    record Applied(String id, String result, String reason) {}
}
