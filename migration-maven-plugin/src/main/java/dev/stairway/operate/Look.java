package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.operate.health.Health;
import dev.stairway.operate.health.HealthCheck;
import dev.stairway.script.sql.SqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a database before anything is begun, by reading alone.
 *
 * @param server product and version, for people
 * @param statements what every migration of the changelog would send there
 */
record Look(String server, Health health, Status status, List<MigrationStatements> statements) {

    /** @param wanted also the statements, which takes a while */
    static Look at(
            NamedTarget target, OperationOptions options, StatusReader history, ClassLoader drivers, boolean wanted) {
        SessionLimits limits = SessionLimits.looking(options.times().connect());
        try (OperatedServer server = OperatedServer.open(target, limits, drivers)) {
            Health health =
                    options.skipHealth() ? new Health(List.of()) : new HealthCheck(server, options.health()).run();
            Status status = history.read(server);
            return new Look(
                    server.id().product() + " " + server.serverVersion(),
                    options.skipHealth() ? health : health.with(HealthAndHistory.check(status)),
                    status,
                    wanted ? history.statements(server) : List.of());
        }
    }

    /** The way there of these migrations as a script. */
    List<String> script(List<Migration> migrations) {
        Set<String> ids = new HashSet<>(Migration.ids(migrations));
        List<String> lines = new ArrayList<>();
        for (MigrationStatements one : statements) {
            if (ids.contains(one.migration().id())) {
                lines.add("-- " + one.migration().id());
                for (SqlStatement statement : one.up()) {
                    lines.add(statement.sql() + ";");
                }
                one.notCovered().forEach(reason -> lines.add("-- not known without a database: " + reason));
            }
        }
        return lines;
    }
}
