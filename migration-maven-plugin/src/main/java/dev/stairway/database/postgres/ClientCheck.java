package dev.stairway.database.postgres;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Ends what a session executes within a second of its client being killed, instead of when it is done.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-connection.html">client_connection_check_interval</a>
 */
final class ClientCheck {

    /** For the start of a session, where nothing that it resets undoes it. */
    static final String OPTION = "-c client_connection_check_interval=1000";

    private ClientCheck() {}

    /** False on systems that cannot see clients go, and on releases before 14. */
    static boolean possible(Statement statement) {
        try {
            statement.execute("SET client_connection_check_interval = 1000");
            return true;
        } catch (SQLException notHere) {
            return false;
        }
    }
}
