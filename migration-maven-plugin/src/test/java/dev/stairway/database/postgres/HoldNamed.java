package dev.stairway.database.postgres;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Program of a child JVM: makes a database on a named server, says so, and waits for the end of its input. */
final class HoldNamed {

    private HoldNamed() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        ExternalTarget target = new ExternalTarget(
                arguments[0],
                NamedPostgres.WALKER,
                NamedPostgres.PASSWORD,
                NamedPostgres.MARK,
                Hosts.NONE,
                Long.MAX_VALUE);
        ExternalPostgresServer server = ExternalPostgresServer.open(target, "");
        PostgresDatabase database = (PostgresDatabase) server.fresh("held");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id int)");
        }
        System.out.println("READY 0");
        System.in.transferTo(System.err);
    }
}
