package dev.stairway.run;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Verdict;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the walk of a cell begins: at an empty database, or at a release, whose migrations are behind it then. */
final class Departure {

    private final UpgradePath path;
    private final Bench bench;
    private final Set<String> behind = new LinkedHashSet<>();

    /** @param path null for an empty database */
    private Departure(UpgradePath path, Bench bench) {
        this.path = path;
        this.bench = bench;
    }

    /** Asks the history that a dump has brought, before anything is read; no session may be open. */
    static Departure of(UpgradePath path, Bench bench) throws SQLException {
        Departure departure = new Departure(path, bench);
        if (path != null && path.dump() != null) {
            departure.behind.addAll(new DumpedHistory(path, bench).applied());
        }
        return departure;
    }

    /** Applies the migrations of the release where no dump has brought them; nobody looks at what they do. */
    void approach(History history, StepWalk walk) throws SQLException {
        if (path == null || path.dump() != null) {
            return;
        }
        for (Migration migration : upTo(bench.engine().migrations(), path.migration())) {
            if (walk.leaveOut(migration).isEmpty()) {
                if (!bench.unseen().apply(migration)) {
                    throw notReached(migration);
                }
                history.applied(migration);
            }
            behind.add(migration.id());
        }
        bench.readAll();
        history.checkpointBoth();
    }

    /** All up to the one with this id, which is the last. */
    static List<Migration> upTo(List<Migration> migrations, String id) {
        return migrations.subList(0, Migration.ids(migrations).indexOf(id) + 1);
    }

    private ProblemException notReached(Migration migration) {
        return ProblemException.migrations(
                "The " + path.release() + " cannot be made of an empty database: " + migration.name() + " fails",
                migration.position(),
                "upgrade path " + path.name(),
                "Leave it out (<excludes>), or start from a dump of the release (<dump>); the scenario 'empty' tells why it"
                        + " fails",
                null);
    }

    /** True when the release has it already. */
    boolean passed(Migration migration) {
        return behind.contains(migration.id());
    }

    /** What is said of one that the release has. */
    StepReport report(Migration migration) {
        return new StepNotes(migration, bench.rows())
                .report(Verdict.NOT_COVERED, "the " + path.release() + " has it already", 0);
    }

    /** Those of the release come when it is reached, and then no others but those that name it. */
    List<Fixture> fixtures(List<Fixture> all) {
        if (path == null) {
            return all;
        }
        List<Fixture> own = all.stream()
                .filter(each -> each.scenarios().contains(path.name()))
                .toList();
        return own.isEmpty() ? all : own.stream().map(this::atRelease).toList();
    }

    private Fixture atRelease(Fixture fixture) {
        boolean any = fixture.after().isEmpty() && !behind.isEmpty();
        return any ? fixture.after(List.copyOf(behind).get(behind.size() - 1)) : fixture;
    }
}
