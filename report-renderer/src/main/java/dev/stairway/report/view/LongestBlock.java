package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.ServerWork;

/** The command or script that kept a server from everybody else for longest. */
final class LongestBlock {

    private double millis = -1;
    private String where = "";

    private LongestBlock() {}

    /** Null when no database tells. */
    static Tile tile(Matrix matrix) {
        LongestBlock longest = new LongestBlock();
        for (Cell cell : matrix.metrics().cells()) {
            for (Step step : cell.steps()) {
                String name = matrix.migrationName(cell.changelog(), step.migration());
                longest.add(step.upWork(), name + " up");
                longest.add(step.downWork(), name + " down");
            }
        }
        return longest.millis < 0
                ? null
                : new Tile(Tone.PLAIN.css(), "Longest block", Units.millis(longest.millis), longest.where, "#mmp-work");
    }

    private void add(ServerWork work, String place) {
        if (work != null && work.longestBlockMillis() != null && work.longestBlockMillis() > millis) {
            millis = work.longestBlockMillis();
            where = place;
        }
    }
}
