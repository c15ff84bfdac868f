package dev.stairway.report.export;

import dev.stairway.report.view.CrashesView;
import dev.stairway.report.view.CrashesView.DrillView;
import dev.stairway.report.view.CrashesView.MigrationRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of kills, as Markdown: one line per migration and victim, and one about the faults of each database. */
final class CrashesSummary {

    private static final int ROWS = 50;

    private CrashesSummary() {}

    /** @param view null when nothing was killed */
    static String markdown(CrashesView view) {
        if (view == null) {
            return "";
        }
        List<String> rows = view.drills().stream().flatMap(CrashesSummary::rows).toList();
        Stream<String> notes = view.drills().stream()
                .flatMap(drill -> Stream.concat(drill.notes().stream(), faults(drill)))
                .distinct()
                .limit(ROWS)
                .map(note -> "- " + Markdown.text(note));
        return "### Crashes\n\n"
                + "| Database | Migration | Killed | Gone on from | Nothing | A part | All | Back after |\n"
                + "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n"
                + rows.stream().limit(ROWS).map(row -> row + "\n").collect(Collectors.joining())
                + (rows.size() > ROWS ? "\n" + (rows.size() - ROWS) + " more lines in the report.\n" : "")
                + "\n"
                + notes.map(note -> note + "\n").collect(Collectors.joining())
                + "\n";
    }

    /** One line per database; the rest is in the report, and what is wrong among the findings. */
    private static Stream<String> faults(DrillView drill) {
        return drill.faults() == null
                ? Stream.empty()
                : Stream.of(drill.name() + ": " + drill.faults().summary());
    }

    private static Stream<String> rows(DrillView drill) {
        return drill.migrations().stream().map(row -> row(drill.name(), row));
    }

    private static String row(String database, MigrationRow row) {
        return Stream.of(
                        database,
                        row.migration(),
                        row.victim(),
                        row.fine(),
                        row.before(),
                        row.between(),
                        row.after(),
                        row.ready())
                .map(Markdown::text)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
