package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which migrations a dump has, by the engine's history in it, or by the release that the user names. */
final class DumpedHistory {

    private static final int SHOWN = 5;

    private final UpgradePath path;
    private final Bench bench;
    private final List<Migration> migrations;

    DumpedHistory(UpgradePath path, Bench bench) {
        this.path = path;
        this.bench = bench;
        this.migrations = bench.engine().migrations();
    }

    /**
     * Ids in the order of the changelog.
     *
     * @throws ProblemException when the history does not fit the changelog or the named release, or there is neither
     */
    List<String> applied() throws SQLException {
        Optional<String> stuck = bench.unseen().stuck();
        if (stuck.isPresent()) {
            throw misfit(
                    "The dump " + path.shownAs() + " is of a database in which a migration has failed",
                    stuck.get(),
                    "Repair that database as its tool asks, then take the dump again");
        }
        List<String> unlike = bench.unseen().unlike();
        if (!unlike.isEmpty()) {
            throw misfit(
                    "The dump " + path.shownAs() + " does not fit the changelog: its history has other checksums",
                    shown(unlike),
                    "Undo the change of the migrations that are released, or declare the old checksums as valid, or take a dump"
                            + " that this changelog has made");
        }
        Set<String> pending = new HashSet<>(Migration.ids(bench.unseen().pending()));
        List<Migration> applied = migrations.stream()
                .filter(migration -> migration.notApplicable().isEmpty())
                .filter(migration -> !pending.contains(migration.id()))
                .toList();
        if (applied.isEmpty()) {
            return Migration.ids(marked());
        }
        Migration last = applied.get(applied.size() - 1);
        if (!path.migration().isEmpty()) {
            agrees(applied, last, pending);
        }
        return Departure.upTo(migrations, last.id()).stream()
                // What always runs is pending for ever, and another release's business.
                .filter(migration -> applied.contains(migration) || migration.repeats())
                .map(Migration::id)
                .toList();
    }

    /** Without a history there is only what the user says. */
    private List<Migration> marked() throws SQLException {
        if (path.migration().isEmpty()) {
            throw misfit(
                    "The dump " + path.shownAs() + " does not say which migrations it has",
                    "it holds none of the engine's history: "
                            + String.join(", ", bench.engine().bookkeepingTables()),
                    "Dump these tables as well, or name the last migration of the release in <from>");
        }
        List<Migration> released = Departure.upTo(migrations, path.migration());
        for (Migration migration : released) {
            if (migration.notApplicable().isEmpty()) {
                bench.unseen().markRan(migration);
            }
        }
        return released;
    }

    private void agrees(List<Migration> applied, Migration last, Set<String> pending) {
        List<Migration> released = Departure.upTo(migrations, path.migration());
        List<String> missing = released.stream()
                .filter(migration -> pending.contains(migration.id()) && !migration.repeats())
                .map(Migration::name)
                .toList();
        List<String> more = applied.stream()
                .filter(migration -> !released.contains(migration))
                .map(Migration::name)
                .toList();
        if (!missing.isEmpty() || !more.isEmpty()) {
            throw misfit(
                    "The dump " + path.shownAs() + " is not of the release " + path.from(),
                    (missing.isEmpty() ? "" : "its history lacks " + shown(missing) + "; ")
                            + (more.isEmpty() ? "" : "it has already " + shown(more) + "; ")
                            + "the last that it has is " + last.name(),
                    "Correct <from>, or leave it out: the history says where the dump ends");
        }
    }

    private ProblemException misfit(String what, String seen, String next) {
        return ProblemException.setup(what, "upgrade path " + path.name() + ": " + path.shownAs(), seen, next, null);
    }

    private static String shown(List<String> lines) {
        int more = lines.size() - SHOWN;
        return String.join(", ", lines.subList(0, Math.min(SHOWN, lines.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
