package dev.stairway.fault.postgres;

import java.sql.SQLException;

/** Somebody who is in the way. */
interface Blocker extends AutoCloseable {

    /** Nobody. */
    Blocker NONE = new Blocker() {
        @Override
        public void begin() {}

        @Override
        public void close() {}
    };

    void begin() throws SQLException;

    /** Lets go; from any thread, more than once. */
    @Override
    void close();
}
