package dev.stairway.engine.sql;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.script.Failures;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.engine.script.ScriptRunner;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder of scripts opened on one database. */
final class SqlRun implements EngineRun {

    /** PostgreSQL, where somebody else makes the same table at the same moment: IF NOT EXISTS does not help then. */
    private static final Set<String> MADE_MEANWHILE = Set.of("23505", "42P07");

    private final Layout layout;
    private final JdbcDatabase database;
    private final String product;
    private final List<Unit> units;
    private final History history;
    private final Map<String, Integer> places = new HashMap<>();

    private SqlRun(Layout layout, JdbcDatabase database, List<Unit> units) {
        this.layout = layout;
        this.database = database;
        this.product = database.id().product();
        this.units = units;
        this.history = layout.history(product);
        for (int i = 0; i < units.size(); i++) {
            places.put(units.get(i).migration().id(), i);
        }
    }

    static SqlRun open(ScriptDirectory directory, Layout layout, JdbcDatabase database) {
        SqlRun run = new SqlRun(
                layout, database, layout.read(directory, database.id().product()));
        try {
            run.prepare();
            return run;
        } catch (SQLException failed) {
            throw ProblemException.setup(
                    "The table " + run.history.table() + " cannot be created on " + database.id(),
                    directory.location(),
                    Failures.lines(String.valueOf(failed.getMessage())),
                    "Check that the database can be reached and that its user may create tables.",
                    failed);
        }
    }

    private void prepare() throws SQLException {
        try {
            create();
        } catch (SQLException failed) {
            if (!MADE_MEANWHILE.contains(String.valueOf(failed.getSQLState()))) {
                throw failed;
            }
            create();
        }
    }

    private void create() throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            new ScriptRunner(session).note(history::create);
            session.settle();
        }
    }

    @Override
    public List<Migration> migrations() {
        return units.stream().map(Unit::migration).toList();
    }

    @Override
    public StepOutcome up(Migration migration, Session session) {
        Unit unit = unit(migration);
        return run(
                unit.up(),
                session,
                connection -> history.starts(connection, unit),
                connection -> history.ran(connection, unit));
    }

    @Override
    public StepOutcome down(Migration migration, Session session) {
        Unit unit = unit(migration);
        if (unit.down().isEmpty()) {
            return StepOutcome.irreversible("no way back is written");
        }
        return run(
                unit.down().get(),
                session,
                connection -> history.startsBack(connection, unit, before(migration)),
                connection -> history.takenBack(connection, unit, before(migration)));
    }

    private StepOutcome run(Part part, Session session, ScriptRunner.Books before, ScriptRunner.Books books) {
        List<SqlStatement> statements = part.statements(product);
        return new ScriptRunner((JdbcSession) session)
                .run(statements, part.mode(statements, product, layout), history.table(), before, books);
    }

    @Override
    public Optional<String> stuck(Session session) {
        JdbcSession jdbc = (JdbcSession) session;
        return told(() -> {
            try (JdbcSession.Scope bookkeeping = jdbc.bookkeeping()) {
                return history.stuck(jdbc.connection(), units);
            }
        });
    }

    @Override
    public List<String> commandsAgain(Migration migration, boolean refuses) {
        return layout.commandsAgain(before(migration), refuses);
    }

    @Override
    public Optional<String> leftByEngineAlone(Migration migration) {
        return layout.leftByTool(unit(migration), before(migration));
    }

    @Override
    public RunLock lock(Duration patience) {
        return layout.lock(database, patience);
    }

    @Override
    public void markRan(Migration migration, Session session) {
        told(() -> {
            new ScriptRunner((JdbcSession) session).note(connection -> history.ran(connection, unit(migration)));
            return null;
        });
    }

    @Override
    public List<Migration> pending(Session session) {
        JdbcSession jdbc = (JdbcSession) session;
        return told(() -> {
            try (JdbcSession.Scope bookkeeping = jdbc.bookkeeping()) {
                return history.pending(jdbc.connection(), units).stream()
                        .map(Unit::migration)
                        .toList();
            }
        });
    }

    @Override
    public Set<String> bookkeepingTables() {
        return Set.of(history.bareName());
    }

    @Override
    public void close() {
        // Sessions belong to the walk, and nothing else is open.
    }

    private Optional<Unit> before(Migration migration) {
        int place = places.get(migration.id());
        return place == 0 ? Optional.empty() : Optional.of(units.get(place - 1));
    }

    private Unit unit(Migration migration) {
        Integer place = places.get(migration.id());
        if (place == null) {
            throw new IllegalArgumentException("not in this changelog: " + migration.id());
        }
        return units.get(place);
    }

    private interface Asked<T> {
        T ask() throws SQLException;
    }

    private <T> T told(Asked<T> work) {
        try {
            return work.ask();
        } catch (SQLException failed) {
            throw ProblemException.setup(
                    "The history of " + layout.tool() + " cannot be used",
                    history.table(),
                    Failures.lines(String.valueOf(failed.getMessage())),
                    "Do not change this table in a migration.",
                    failed);
        }
    }
}
