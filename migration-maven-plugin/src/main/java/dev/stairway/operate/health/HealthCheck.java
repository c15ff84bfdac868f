package dev.stairway.operate.health;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.database.redis.OperatedRedis;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisErrorException;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at a database with the questions of its product. */
public final class HealthCheck {

    private final OperatedServer server;
    private final HealthLimits limits;

    /** @param server opened for looking alone */
    public HealthCheck(OperatedServer server, HealthLimits limits) {
        this.server = server;
        this.limits = limits;
    }

    /** @throws ProblemException when the connection is lost meanwhile */
    public Health run() {
        List<Check> checks = new ArrayList<>();
        long start = System.nanoTime();
        try {
            if (server.database() instanceof JdbcDatabase jdbc) {
                try (Connection connection = jdbc.connect()) {
                    checks.add(connected(start));
                    checks.addAll(
                            server.id().product().equals("sqlite")
                                    ? new SqliteHealth(jdbc, connection, limits).checks()
                                    : new PostgresHealth(connection, limits).checks());
                }
            } else {
                try (RedisConnection connection = ((OperatedRedis) server.database()).connect()) {
                    checks.add(connected(start));
                    checks.addAll(new RedisHealth(connection, limits).checks());
                }
            }
        } catch (SQLException | IOException | RedisErrorException e) {
            throw ProblemException.setup(
                    "The health of the database cannot be looked at",
                    server.place(),
                    String.valueOf(e.getMessage()),
                    "Look at the server's log; nothing was changed",
                    e);
        }
        return new Health(checks);
    }

    private Check connected(long start) {
        return Check.ok(
                "connection",
                server.id().product() + " " + server.serverVersion() + " at " + server.place() + ", after "
                        + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
