package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.Member;
import dev.stairway.compare.logical.LogicalReader;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.schema.Seen;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Work;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One of the databases with the engine that works on it. */
final class Lane implements AutoCloseable {

    /** What leaves every schema as it is. */
    private static final Pattern ROWS_ONLY = Pattern.compile("(?is)\\s*(insert|update|delete)\\b.*");

    private final DatabaseServer server;
    private final JdbcDatabase database;
    private final EngineRun engine;
    private final LogicalReader reader;
    private final Map<String, Migration> migrations = new LinkedHashMap<>();
    private Connection connection;
    private LogicalSchema schema = LogicalSchema.EMPTY;
    private boolean stale = true;
    private int applied;
    private int leftOut;
    private Migration failed;
    private String reason = "";
    private List<String> statements = List.of();
    private boolean unseen;

    Lane(DatabaseServer server, JdbcDatabase database, EngineRun engine, LogicalReader reader) {
        this.server = server;
        this.database = database;
        this.engine = engine;
        this.reader = reader;
        engine.migrations().forEach(migration -> migrations.put(migration.id(), migration));
    }

    DatabaseId id() {
        return server.id();
    }

    Iterator<String> ids() {
        return migrations.keySet().iterator();
    }

    /** Those of all databases in one order. */
    static List<Migration> migrations(List<Lane> lanes) {
        return Order.of(lanes.stream().map(Lane::ids).toList()).stream()
                .map(id -> lanes.stream()
                        .flatMap(lane -> lane.migration(id).stream())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Empty where the changelog has no such migration for this database. */
    Optional<Migration> migration(String id) {
        return Optional.ofNullable(migrations.get(id));
    }

    boolean running() {
        return failed == null;
    }

    /** Reads the schema where it may have changed; true when it has. */
    boolean look() throws SQLException {
        if (!stale) {
            return false;
        }
        LogicalSchema before = schema;
        try {
            if (connection == null) {
                connection = database.connect();
            }
            schema = reader.read(connection, engine.bookkeepingTables());
        } catch (SQLException unreadable) {
            throw new SQLException(
                    "the schema of " + id() + " cannot be read: " + unreadable.getMessage(),
                    unreadable.getSQLState(),
                    unreadable);
        }
        stale = false;
        return !schema.equals(before);
    }

    /** Lets go of its connection, so that the database can be copied. */
    void release() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    Seen seen() {
        return new Seen(id(), schema);
    }

    Member member() {
        return new Member(database, schema);
    }

    /** What the migration that was played last has sent, as far as that can be seen. */
    List<String> statements() {
        return statements;
    }

    /** True when it may have sent others, too. */
    boolean unseen() {
        return unseen;
    }

    /** Records the migration as ran without running it. */
    StepOutcome markRan(Migration migration, String why) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            engine.markRan(migration, session);
            session.settle();
        }
        leftOut++;
        return StepOutcome.skipped(why);
    }

    /** Plays one migration; after a failure this lane stands still. */
    StepOutcome play(Migration migration) throws SQLException {
        if (migration.notApplicable().isPresent()) {
            leftOut++;
            statements = List.of();
            unseen = false;
            return StepOutcome.skipped(migration.notApplicable().get());
        }
        StepOutcome outcome;
        try (JdbcSession session = database.newSession()) {
            outcome = play(migration, session);
        }
        switch (outcome.result()) {
            case EXECUTED -> applied++;
            case FAILED -> {
                failed = migration;
                reason = line(outcome);
            }
            default -> leftOut++;
        }
        return outcome;
    }

    private StepOutcome play(Migration migration, JdbcSession session) throws SQLException {
        session.begin();
        StepOutcome outcome = engine.up(migration, session);
        statements =
                session.work().statements().stream().map(Work.Statement::sql).toList();
        unseen = session.unobservable();
        stale |= mayChangeSchema();
        if (outcome.result() == StepOutcome.Result.FAILED) {
            if (!session.lost() && session.discardable()) {
                session.discard();
            }
            return outcome;
        }
        try {
            session.settle();
        } catch (SQLException deferred) {
            // Deferred constraints speak up only at commit; the server has rolled the whole transaction back.
            return StepOutcome.failed(deferred.getMessage(), "COMMIT");
        }
        return outcome;
    }

    private boolean mayChangeSchema() {
        return unseen
                || statements.stream().anyMatch(sql -> !ROWS_ONLY.matcher(sql).matches() || sql.contains(";"));
    }

    /** First line of what the engine or the server said. */
    static String line(StepOutcome outcome) {
        return outcome.reason().lines().findFirst().orElse("no reason given").strip();
    }

    LaneReport report() {
        return new LaneReport(id(), server.serverVersion(), server.driverVersion(), applied, leftOut, failed, reason);
    }

    @Override
    public void close() {
        try (database;
                engine) {
            release();
        } catch (SQLException alreadyGone) {
            // The database goes all the same, and everything that was read of it is kept elsewhere.
            connection = null;
        }
    }
}
