package dev.stairway.crash;

import dev.stairway.database.Database;
import dev.stairway.matrix.Cell;
import java.io.IOException;
import java.util.Optional;

/** Starts processes that apply the changelog of a cell, each by itself, and that can be killed. */
@FunctionalInterface
public interface Runners {

    /** There are none. */
    Runners NONE = (cell, database) -> Optional.empty();

    /**
     * Starts one, which waits for orders; the caller closes it. While it works, no session of this process may be open on the
     * database.
     *
     * @return empty where no other process can work on this database
     */
    Optional<Runner> start(Cell cell, Database database) throws IOException;
}
