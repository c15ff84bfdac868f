package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Program of a child JVM: an upgrade that takes a minute, and beside it a client like any other that takes as long. */
final class HoldUpgrade {

    private static final String MINUTE = "SELECT pg_sleep(60)";

    private HoldUpgrade() {}

    public static void main(String[] arguments) {
        NamedTarget target = new NamedTarget(arguments[0], NamedPostgres.WALKER, NamedPostgres.PASSWORD);
        new Thread(() -> anyClient(target)).start();
        Path work = Path.of(arguments[1]);
        Operations how = new Operations(
                        new LiquibaseEngine(), Shop.changelog(work, List.of(MINUTE + "#SELECT 1")), work)
                .withoutBackup();
        System.out.println("READY 0");
        System.out.println(new Upgrade(how.on(target), "").run().text());
    }

    private static void anyClient(NamedTarget target) {
        try (Connection connection = DriverManager.getConnection(target.url(), target.user(), target.password());
                Statement statement = connection.createStatement()) {
            statement.execute(MINUTE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
