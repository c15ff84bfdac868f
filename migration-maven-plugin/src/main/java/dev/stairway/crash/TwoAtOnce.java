package dev.stairway.crash;

import dev.stairway.backup.Snapshot;
import dev.stairway.crash.CrashReport.TwoRunners;
import dev.stairway.crash.Runner.Applied;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.matrix.Cell;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two processes that apply the same changelog to the same empty database, beginning at the same time. */
final class TwoAtOnce {

    private final Cell cell;
    private final DatabaseServer server;
    private final CrashTools tools;
    private final Set<String> bookkeeping;

    TwoAtOnce(Cell cell, DatabaseServer server, CrashTools tools, Set<String> bookkeeping) {
        this.cell = cell;
        this.server = server;
        this.tools = tools;
        this.bookkeeping = bookkeeping;
    }

    /** Null where there are no processes to be had. */
    TwoRunners run() throws SQLException, IOException {
        try (Database database = server.fresh("two")) {
            Optional<Runner> one = tools.runners().start(cell, database);
            if (one.isEmpty()) {
                return null;
            }
            Snapshot empty = Snapshot.of(database, bookkeeping);
            database.awaitOthersGone();
            List<List<Applied>> told = new ArrayList<>();
            try (Runner first = one.get();
                    Runner second = tools.runners().start(cell, database).orElseThrow()) {
                first.applyAll();
                second.applyAll();
                told.add(first.awaitEnd());
                told.add(second.awaitEnd());
            }
            database.awaitOthersGone();
            Expected expected = new Expected(empty, alone(), alone());
            List<ObjectChange> differences = expected.sinceAfter(Snapshot.of(database, bookkeeping));
            return new TwoRunners(
                    List.of("the first one " + end(told.get(0)), "the second one " + end(told.get(1))),
                    executed(told.get(0)).stream()
                            .filter(executed(told.get(1))::contains)
                            .toList(),
                    differences.stream().map(ObjectChange::sentence).toList());
        }
    }

    private Snapshot alone() throws SQLException {
        try (Database database = server.fresh("alone")) {
            new Deployment(tools.engine(), cell.source(), database, applied -> {}).run(null, StepWatch.NONE);
            return Snapshot.of(database, bookkeeping);
        }
    }

    private static List<String> executed(List<Applied> told) {
        return told.stream()
                .filter(applied -> applied.result().equals(Result.EXECUTED.name()))
                .map(Applied::id)
                .toList();
    }

    private static String end(List<Applied> told) {
        int executed = executed(told).size();
        String did = executed == 0 ? "applied nothing" : "applied " + executed;
        return told.stream()
                .filter(applied -> applied.result().equals(Result.FAILED.name()))
                .findFirst()
                .map(failed -> did + " and ended: " + Rehearsal.shortened(failed.reason()))
                .orElse(did);
    }
}
