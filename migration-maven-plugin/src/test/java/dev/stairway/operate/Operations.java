package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.measure.plan.QueryFile;
import dev.stairway.operate.health.HealthLimits;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Operations as a user starts them, but for Maven. */
final class Operations {

    private final Engine engine;
    private final ChangelogSource source;
    private final Path backups;
    private String environment = "staging";
    private boolean dryRun;
    private boolean backup = true;
    private boolean yes = true;
    private Clock clock = Clock.systemUTC();
    private Duration lock = Duration.ofMillis(300);
    private Duration migration = Duration.ofSeconds(60);
    private HealthLimits health = HealthLimits.USUAL;
    private int retries;
    private long fingerprintBytes = 1L << 30;
    private List<QueryFile> queries = List.of();

    /** All that was said and asked. */
    final List<String> said = new ArrayList<>();

    Operations(Engine engine, ChangelogSource source, Path backups) {
        this.engine = engine;
        this.source = source;
        this.backups = backups;
    }

    Operations in(String name) {
        environment = name;
        return this;
    }

    Operations dryRun() {
        dryRun = true;
        return this;
    }

    Operations withoutBackup() {
        backup = false;
        return this;
    }

    /** So that a disk without room is met only when it is full. */
    Operations careless() {
        health = new HealthLimits(Duration.ofMinutes(5), 1L << 30, 0);
        return this;
    }

    Operations refusing() {
        yes = false;
        return this;
    }

    Operations at(Clock other) {
        clock = other;
        return this;
    }

    Operations retrying(int times) {
        retries = times;
        return this;
    }

    Operations within(Duration limit) {
        migration = limit;
        return this;
    }

    /** As for a database that is too large to be read. */
    Operations unread() {
        fingerprintBytes = 0;
        return this;
    }

    /** @param file of queries of the application; null for none */
    Operations asking(QueryFile file) {
        queries = file == null ? List.of() : List.of(file);
        return this;
    }

    Operation on(NamedTarget target) {
        Duration ten = Duration.ofSeconds(10);
        OperationOptions options = new OperationOptions(
                Environment.required(environment),
                health,
                false,
                false,
                dryRun,
                new OperationOptions.Times(ten, lock, migration, Duration.ofSeconds(60), ten, ten),
                retries,
                new OperationOptions.Safety(backup, backups, 30, fingerprintBytes),
                new OperationOptions.Plans(queries, 10));
        return new Operation(
                target, engine, source, options, new Asked(), Shop.class.getClassLoader(), clock, said::add);
    }

    private final class Asked implements Confirmation {
        @Override
        public void requireSomebody() {
            // There is somebody.
        }

        @Override
        public void ask(String question) {
            said.add(question);
            if (!yes) {
                throw ProblemException.setup("The answer was no", "", "", "Answer yes", null);
            }
        }
    }

    /** What the database holds, engines' own tables left out. */
    static Fingerprint fingerprint(NamedTarget target) {
        try (OperatedServer server = OperatedServer.open(
                target, SessionLimits.copying(Duration.ofSeconds(10)), Shop.class.getClassLoader())) {
            return Fingerprint.of(
                    server,
                    Set.of(
                            "databasechangelog",
                            "databasechangeloglock",
                            "flyway_schema_history",
                            "schema_migrations",
                            "changelog"),
                    Long.MAX_VALUE);
        }
    }
}
