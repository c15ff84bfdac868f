package dev.stairway.suite;

import dev.stairway.crash.CrashReport;
import dev.stairway.crash.CrashRun;
import dev.stairway.crash.CrashTools;
import dev.stairway.crash.Runners;
import dev.stairway.data.Fillers;
import dev.stairway.matrix.Cell;
import java.util.List;

/** One run that kills servers and runners in the middle of the migrations of every database of the matrix. */
final class CrashSuite {

    private final RunFrame frame;
    private final Runners runners;

    CrashSuite(RunFrame frame, Runners runners) {
        this.frame = frame;
        this.runners = runners;
    }

    /**
     * Kills, writes every file and says how it ended.
     *
     * @throws dev.stairway.problem.ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        return frame.run(pass -> pass.documents().crashed(pass.entries(), crashed(pass)));
    }

    private List<CrashReport> crashed(RunFrame.Pass pass) throws InterruptedException {
        return frame.onServers(
                frame.cells(),
                pass,
                cell -> cell,
                (servers, cells) ->
                        new CrashRun(servers, this::tools, frame.options().crash(), frame.listener()).drill(cells));
    }

    private CrashTools tools(Cell cell) {
        return new CrashTools(
                frame.engine(cell),
                (database, seed) -> Fillers.open(database, seed, cell.source().data()),
                runners);
    }
}
