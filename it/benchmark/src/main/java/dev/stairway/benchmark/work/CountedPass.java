package dev.stairway.benchmark.work;

import dev.stairway.benchmark.Workload;
import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Session;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.measure.work.Counter;
import dev.stairway.measure.work.WorkMeter;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays a changelog on fresh databases: every migration up, down and up again where it has a way back, and counts the work of
 * each move. A migration that fails is noted as ran; a way back that fails is not tried again, and where it has spoilt the
 * state, everything is played anew.
 */
final class CountedPass {

    private static final long SEED = 7;
    private static final int ATTEMPTS = 200;

    private final Engine engine;
    private final ChangelogSource source;
    private final DatabaseServer server;
    private final int rows;
    private final Set<String> oneWay = new HashSet<>();
    private final Set<String> failing = new HashSet<>();

    CountedPass(Engine engine, Workload changelog, DatabaseServer server, int rows) {
        this.engine = engine;
        this.source = new ChangelogSource(
                changelog.changelog(), List.of(changelog.root()), CountedPass.class.getClassLoader(), Map.of(), "", "");
        this.server = server;
        this.rows = rows;
    }

    /** Counts every move once. */
    Map<Figure, Long> play() throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Database database = server.fresh("work");
                    EngineRun run = engine.open(source, database);
                    Filler filler = Fillers.open(database, SEED, List.of())) {
                Moves moves = new Moves(database, run, filler);
                if (moves.playAll()) {
                    return moves.counted;
                }
            }
        }
        throw new IllegalStateException("The changelog spoils its state again and again: " + failing + oneWay);
    }

    /** Migrations that do not run here. */
    int failing() {
        return failing.size();
    }

    /** One number of one move. */
    record Figure(String move, Counter counter) {}

    private final class Moves {

        private final Database database;
        private final EngineRun run;
        private final Filler filler;
        private final WorkMeter meter;
        private final Map<Figure, Long> counted = new LinkedHashMap<>();

        Moves(Database database, EngineRun run, Filler filler) {
            this.database = database;
            this.run = run;
            this.filler = filler;
            this.meter = WorkMeter.on(database).orElseThrow();
        }

        boolean playAll() throws SQLException {
            for (Migration migration : run.migrations()) {
                if (migration.notApplicable().isEmpty() && !play(migration)) {
                    return false;
                }
            }
            return true;
        }

        /** False when the state is spoilt. */
        private boolean play(Migration migration) throws SQLException {
            if (failing.contains(migration.id())) {
                markRan(migration);
                return true;
            }
            fill();
            if (!move(migration, "up", failing)) {
                return false;
            }
            if (failing.contains(migration.id())) {
                markRan(migration);
                return true;
            }
            if (migration.rollback() == Migration.Rollback.MISSING || oneWay.contains(migration.id())) {
                return true;
            }
            return move(migration, "down", oneWay)
                    && (oneWay.contains(migration.id()) || move(migration, "up again", oneWay));
        }

        private void fill() throws SQLException {
            if (rows > 0) {
                filler.forgetAll();
                filler.fill(rows, run.bookkeepingTables());
                filler.release();
            }
        }

        /** False when the state is spoilt. */
        private boolean move(Migration migration, String way, Set<String> failures) throws SQLException {
            try (Session session = database.newSession()) {
                session.begin();
                meter.start(session);
                StepOutcome outcome = way.equals("down") ? run.down(migration, session) : run.up(migration, session);
                if (outcome.result() == Result.FAILED || outcome.result() == Result.IRREVERSIBLE) {
                    failures.add(migration.id());
                    return undone(session) && !way.equals("up again");
                }
                session.settle();
                meter.stop(session)
                        .forEach((counter, count) ->
                                counted.put(new Figure(migration.id() + " " + way, counter), count));
                return true;
            } catch (SQLException deferred) {
                failures.add(migration.id());
                return false;
            }
        }

        /** Takes a failed move back where all of it sits in one open transaction. */
        private boolean undone(Session session) throws SQLException {
            if (session.lost() || !session.discardable()) {
                return false;
            }
            session.discard();
            run.pending(session);
            return true;
        }

        private void markRan(Migration migration) throws SQLException {
            try (Session session = database.newSession()) {
                session.begin();
                run.markRan(migration, session);
                session.settle();
            }
        }
    }
}
