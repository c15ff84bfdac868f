package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.LiveSessions;
import dev.stairway.report.view.MigrationView.ClientRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What clients of both formats met while the migration was played under them. Cells in which all went well are told
 * together, one in which it did not stands alone.
 */
final class ClientRows {

    /** @param cell null for all those in which nothing went wrong */
    private record Kind(String notPlayed, Cell cell) {}

    private ClientRows() {}

    static List<ClientRow> of(Map<Cell, Step> steps, Names names) {
        List<ClientRow> rows = new ArrayList<>(rows("up", steps, Step::upLive, names));
        rows.addAll(rows("down", steps, Step::downLive, names));
        return rows;
    }

    private static List<ClientRow> rows(
            String way, Map<Cell, Step> steps, Function<Step, LiveSessions> direction, Names names) {
        Map<Kind, Map<Cell, LiveSessions>> groups = new LinkedHashMap<>();
        steps.forEach((cell, step) -> {
            LiveSessions live = direction.apply(step);
            if (live != null) {
                Kind kind = new Kind(live.notPlayed(), harmed(live) ? cell : null);
                groups.computeIfAbsent(kind, key -> new LinkedHashMap<>()).put(cell, live);
            }
        });
        return groups.entrySet().stream()
                .map(group -> row(
                        names.cells(group.getValue().keySet()),
                        way,
                        group.getKey(),
                        group.getValue().values()))
                .toList();
    }

    private static ClientRow row(String where, String way, Kind kind, Collection<LiveSessions> lives) {
        return kind.notPlayed().isEmpty()
                ? new ClientRow(
                        where, way, (kind.cell() == null ? Tone.OK : Tone.BAD).css(), text(lives), longest(lives))
                : new ClientRow(where, way, Tone.OFF.css(), "not played: " + kind.notPlayed(), "");
    }

    private static boolean harmed(LiveSessions live) {
        return live.lost() + live.duplicated() + live.leftBehind() + live.wrongReads() > 0;
    }

    private static String text(Collection<LiveSessions> lives) {
        List<String> keys = new ArrayList<>();
        keys.add(Units.count(sum(lives, LiveSessions::kept)) + " kept");
        keys.add(Units.count(sum(lives, LiveSessions::migrated)) + " migrated");
        keys.add(Units.count(sum(lives, LiveSessions::expired)) + " expired");
        some(keys, sum(lives, LiveSessions::superseded), "superseded");
        keys.add(Units.count(sum(lives, LiveSessions::lost)) + " lost");
        some(keys, sum(lives, LiveSessions::duplicated), "duplicated");
        some(keys, sum(lives, LiveSessions::leftBehind), "left behind");
        long wrong = sum(lives, LiveSessions::wrongReads);
        return Units.count(sum(lives, LiveSessions::acknowledged), "write") + " acknowledged on "
                + Units.count(sum(lives, LiveSessions::keys), "key") + ": " + String.join(", ", keys)
                + (wrong > 0 ? "; " + Units.count(wrong, "wrong read") : "");
    }

    private static long sum(Collection<LiveSessions> lives, ToLongFunction<LiveSessions> number) {
        return lives.stream().mapToLong(number).sum();
    }

    private static void some(List<String> keys, long number, String what) {
        if (number > 0) {
            keys.add(Units.count(number) + " " + what);
        }
    }

    private static String longest(Collection<LiveSessions> lives) {
        LiveSessions longest = lives.stream()
                .max(Comparator.comparingDouble(LiveSessions::longestCommandMillis))
                .orElseThrow();
        return longest.longestCommand().isEmpty()
                ? ""
                : longest.longestCommand() + " " + Units.millis(Double.valueOf(longest.longestCommandMillis()))
                        + " (idle " + Units.millis(Double.valueOf(longest.idleLongestCommandMillis())) + ")";
    }
}
