package dev.stairway.report.export;

import dev.stairway.report.view.BackupsView;
import dev.stairway.report.view.BackupsView.DrillView;
import dev.stairway.report.view.BackupsView.ToolRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of backups, as Markdown: one line per database and tool. */
final class BackupsSummary {

    private static final int ROWS = 50;

    private BackupsSummary() {}

    /** @param view null when none were tried */
    static String markdown(BackupsView view) {
        if (view == null) {
            return "";
        }
        List<String> rows = view.drills().stream().flatMap(BackupsSummary::rows).toList();
        Stream<String> notes = view.drills().stream()
                .flatMap(drill -> drill.notes().stream())
                .distinct()
                .limit(ROWS)
                .map(note -> "- " + Markdown.text(note));
        return "### Backups\n\n"
                + "| Database | Tool | All is back | Size | Restore | Limit | Damage |\n"
                + "| --- | --- | ---: | ---: | ---: | ---: | --- |\n"
                + rows.stream().limit(ROWS).map(row -> row + "\n").collect(Collectors.joining())
                + (rows.size() > ROWS ? "\n" + (rows.size() - ROWS) + " more tools in the report.\n" : "")
                + "\n"
                + notes.map(note -> note + "\n").collect(Collectors.joining())
                + "\n";
    }

    private static Stream<String> rows(DrillView drill) {
        return drill.tools().stream().map(row -> row(drill.name(), row));
    }

    private static String row(String database, ToolRow row) {
        return Stream.of(database, row.tool(), row.well(), row.size(), row.restore(), row.limit(), row.damage())
                .map(Markdown::text)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
