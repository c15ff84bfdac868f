package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.LiveSessions;
import dev.stairway.report.view.MigrationView.ClientRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What clients of both formats met while the migration was played under them. */
final class ClientRows {

    private ClientRows() {}

    static List<ClientRow> of(Map<Cell, Step> steps, Names names) {
        List<ClientRow> rows = new ArrayList<>();
        steps.forEach((cell, step) -> {
            add(rows, names.cell(cell), "up", step.upLive());
            add(rows, names.cell(cell), "down", step.downLive());
        });
        return rows;
    }

    private static void add(List<ClientRow> rows, String where, String way, LiveSessions live) {
        if (live == null) {
            return;
        }
        if (!live.notPlayed().isEmpty()) {
            rows.add(new ClientRow(where, way, Tone.OFF.css(), "not played: " + live.notPlayed(), ""));
            return;
        }
        rows.add(new ClientRow(where, way, (harmed(live) ? Tone.BAD : Tone.OK).css(), text(live), longest(live)));
    }

    private static boolean harmed(LiveSessions live) {
        return live.lost() + live.duplicated() + live.leftBehind() + live.wrongReads() > 0;
    }

    private static String text(LiveSessions live) {
        StringBuilder text = new StringBuilder();
        text.append(Units.count(live.acknowledged(), "write"))
                .append(" acknowledged to ")
                .append(Units.count(live.clients(), "client"))
                .append(" on ")
                .append(Units.count(live.keys(), "key"))
                .append(": ")
                .append(Units.count(live.kept()))
                .append(" kept, ")
                .append(Units.count(live.migrated()))
                .append(" migrated, ")
                .append(Units.count(live.expired()))
                .append(" expired");
        some(text, live.superseded(), "superseded");
        text.append(", ").append(Units.count(live.lost())).append(" lost");
        some(text, live.duplicated(), "duplicated");
        some(text, live.leftBehind(), "left behind");
        if (live.wrongReads() > 0) {
            text.append("; ").append(Units.count(live.wrongReads(), "wrong read"));
        }
        return text.toString();
    }

    private static void some(StringBuilder text, long number, String what) {
        if (number > 0) {
            text.append(", ").append(Units.count(number)).append(' ').append(what);
        }
    }

    private static String longest(LiveSessions live) {
        return live.longestCommand().isEmpty()
                ? ""
                : live.longestCommand() + " " + Units.millis(Double.valueOf(live.longestCommandMillis())) + " ("
                        + Units.millis(Double.valueOf(live.idleLongestCommandMillis())) + " without the migration)";
    }
}
