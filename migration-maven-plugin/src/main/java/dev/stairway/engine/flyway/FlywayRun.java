package dev.stairway.engine.flyway;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.engine.Applied;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.script.AdvisoryLock;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** One changelog opened on one database. */
final class FlywayRun implements EngineRun {

    /** The upper half of the number; letters of this plugin's name. */
    private static final long LOCK = 0x7374_6169L;

    private final Project project;
    private final StepSource source;
    private final HistoryTable history;
    private final Stepping stepping;
    private final Stepping marking;
    private final Asking asking;
    private final Undo undo;
    private final List<Migration> migrations;
    private final Map<String, Found> byId = new HashMap<>();
    private final List<Script> around;
    private final JdbcDatabase database;
    private final boolean locksItself;

    private FlywayRun(Project project, StepSource source, HistoryTable history, JdbcDatabase database) {
        this.project = project;
        this.database = database;
        this.locksItself = database.id().product().equals("postgresql");
        this.source = source;
        this.history = history;
        this.stepping = Stepping.up(project, source);
        this.marking = Stepping.mark(project, source);
        this.asking = new Asking(project, source);
        this.undo = new Undo(project, source, history);
        this.around = project.around();
        project.found().forEach(found -> byId.put(Migrations.id(found), found));
        stepping.migrate(List.of(), List.of());
        Set<String> fit = new HashSet<>(asking.pending());
        fit.addAll(asking.applied());
        this.migrations = Migrations.of(project).stream()
                .map(migration -> here(migration, fit))
                .toList();
    }

    static FlywayRun open(ChangelogSource source, Library library, JdbcDatabase database) {
        StepSource steps = new StepSource();
        try (JdbcSession session = database.newSession()) {
            session.begin();
            steps.use(session);
            FlywayRun run = UserLoader.in(source.loader(), () -> {
                HistoryTable history = HistoryTable.of(FlywaySettings.of(source), session.connection());
                return new FlywayRun(Project.read(source, library, steps.dataSource()), steps, history, database);
            });
            session.settle();
            return run;
        } catch (ProblemException told) {
            throw told;
        } catch (Exception failed) {
            throw Refusals.cannotStart(source, library, database, failed);
        } finally {
            steps.forget();
        }
    }

    /** What Flyway would leave out on an empty database, the walk leaves out, too. */
    private Migration here(Migration migration, Set<String> fit) {
        Found found = byId.get(migration.id());
        Optional<String> reason = fit.contains(found.key()) ? Optional.empty() : Optional.of(asking.reason(found));
        return Migrations.with(migration, reason, reason.isPresent() || found.isTransactional());
    }

    @Override
    public List<Migration> migrations() {
        return migrations;
    }

    @Override
    public StepOutcome up(Migration migration, Session session) {
        if (migration.notApplicable().isPresent()) {
            return StepOutcome.skipped(migration.notApplicable().get());
        }
        Found found = found(migration);
        if (locksItself && !migration.transactional() && found.script().isPresent()) {
            Optional<StepOutcome> hangs = SelfLock.outcome(found.script().get(), project.settings());
            if (hangs.isPresent()) {
                return hangs.get();
            }
        }
        return step(
                session,
                migration.file(),
                () -> migrate(stepping, found) == 1
                        ? StepOutcome.executed()
                        : StepOutcome.skipped("Flyway does not regard it as pending"));
    }

    /** With nothing in sight but the migration and the callbacks. */
    private int migrate(Stepping flyway, Found found) {
        List<Script> scripts = new ArrayList<>(around);
        found.script().ifPresent(scripts::add);
        return flyway.migrate(scripts, found.isJava() ? List.of(found.type(project.library())) : List.of());
    }

    @Override
    public StepOutcome down(Migration migration, Session session) {
        Found found = found(migration);
        Optional<Script> script = project.downs().of(found);
        if (script.isEmpty()) {
            return StepOutcome.irreversible("no file takes it back");
        }
        return step(session, script.get().file(), () -> {
            undo.run(found, script.get());
            return StepOutcome.executed();
        });
    }

    @Override
    public void markRan(Migration migration, Session session) {
        Found found = found(migration);
        call(session, () -> migrate(marking, found));
    }

    @Override
    public List<Migration> pending(Session session) {
        Set<String> pending = call(session, asking::pending);
        return migrations.stream()
                .filter(migration -> pending.contains(found(migration).key()))
                .toList();
    }

    @Override
    public Optional<String> stuck(Session session) {
        List<String> failed = call(session, () -> history.failed(source.connection()));
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the history of Flyway keeps as failed: " + String.join(", ", failed)
                                + "; it refuses to go on until what is half done was taken back by hand and 'flyway repair' has run");
    }

    /**
     * Flyway's own lock is a transaction of a connection that it has beside the one it works with. Here both are one, so it is
     * gone with the first statement that runs outside a transaction. Another number than Flyway's, which takes its own as well.
     */
    @Override
    public RunLock lock(Duration patience) {
        return locksItself
                ? AdvisoryLock.take(database, "Flyway", connection -> new long[] {lockNumber()}, patience)
                : RunLock.NONE;
    }

    private long lockNumber() {
        return LOCK << Integer.SIZE | Integer.toUnsignedLong(history.table().hashCode());
    }

    @Override
    public List<String> commandsAgain(Migration migration, boolean refuses) {
        return refuses ? List.of("flyway repair", "flyway migrate") : List.of("flyway migrate");
    }

    @Override
    public List<String> unlike(Session session) {
        return call(session, asking::unlike);
    }

    @Override
    public List<Applied> history(Session session) {
        Map<String, String> ids = new HashMap<>();
        byId.forEach((id, found) -> ids.put(found.key(), id));
        return call(session, () -> history.applied(source.connection())).stream()
                .map(row -> new Applied(ids.getOrDefault(row.key(), row.key()), row.at(), ids.containsKey(row.key())))
                .toList();
    }

    @Override
    public Set<String> bookkeepingTables() {
        return Set.of(history.table().toLowerCase(Locale.ROOT));
    }

    /** Nothing lasts: Flyway gives its connections back at the end of each call. */
    @Override
    public void close() {
        source.forget();
    }

    private Found found(Migration migration) {
        Found found = byId.get(migration.id());
        if (found == null) {
            throw new IllegalArgumentException("not in this changelog: " + migration.id());
        }
        return found;
    }

    /** A migration that fails in any way, with an Error of its own code included, is an outcome. */
    private StepOutcome step(Session session, String file, Callable<StepOutcome> work) {
        try {
            return inside(session, work);
        } catch (OutOfMemoryError noMemory) {
            throw noMemory;
        } catch (Throwable failure) {
            if (Failures.chain(failure).stream().anyMatch(InterruptedException.class::isInstance)) {
                // The run is being stopped; the code that waited has eaten the sign of it.
                Thread.currentThread().interrupt();
            }
            return Failures.outcome(failure, file);
        }
    }

    private <T> T call(Session session, Callable<T> work) {
        try {
            return inside(session, work);
        } catch (Exception failed) {
            throw ProblemException.setup(
                    "Flyway cannot use its history table",
                    history.table(),
                    Failures.reason(failed),
                    "Do not change this table in a migration.",
                    failed);
        }
    }

    private <T> T inside(Session session, Callable<T> work) throws Exception {
        source.use((JdbcSession) session);
        try {
            return UserLoader.in(project.library().loader(), work);
        } finally {
            source.forget();
        }
    }
}
