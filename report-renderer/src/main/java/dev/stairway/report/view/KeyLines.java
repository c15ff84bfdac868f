package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.KeyChange;
import dev.stairway.report.view.MigrationView.ChangeLine;
import dev.stairway.report.view.MigrationView.SchemaGroup;
import java.util.List;
import java.util.Map;

/** What a migration did to keys: {@code session:{id} → customer:{id}, 12 keys, value and TTL kept}. */
final class KeyLines {

    private KeyLines() {}

    /** Cells with equal changes together. */
    static List<SchemaGroup> of(Map<Cell, Step> steps, Names names) {
        return Details.groups(steps, Step::keyChanges).entrySet().stream()
                .map(group -> new SchemaGroup(
                        names.cells(group.getValue().keySet()),
                        group.getKey().stream().map(KeyLines::line).toList()))
                .toList();
    }

    private static ChangeLine line(KeyChange change) {
        String count = (change.exact() ? "" : "at least ") + Units.count(change.keys(), "key");
        if (change.before() == null) {
            return new ChangeLine(Tone.OK.css(), "+", text(change.after()), count + of(change.typesAfter()));
        }
        if (change.after() == null) {
            return new ChangeLine(Tone.BAD.css(), "−", change.before(), count + of(change.typesBefore()));
        }
        boolean moved = !change.before().equals(change.after());
        return new ChangeLine(
                (kept(change) ? Tone.OK : Tone.LOSS).css(),
                moved ? "→" : "~",
                moved ? change.before() + " → " + change.after() : change.before(),
                count + ", " + what(change));
    }

    private static String text(String pattern) {
        return pattern == null ? "" : pattern;
    }

    private static String of(List<String> types) {
        return types.isEmpty() ? "" : " (" + String.join(", ", types) + ")";
    }

    private static boolean kept(KeyChange change) {
        return change.sameValue() == change.keys() && change.sameExpiry() == change.keys();
    }

    private static String what(KeyChange change) {
        if (kept(change)) {
            return "value and TTL kept";
        }
        String types = change.typesBefore().equals(change.typesAfter())
                ? ""
                : ", type " + String.join(", ", change.typesBefore()) + " → " + String.join(", ", change.typesAfter());
        return part("value", change.sameValue(), change.keys()) + ", " + part("TTL", change.sameExpiry(), change.keys())
                + types;
    }

    private static String part(String what, long same, long keys) {
        if (same == keys) {
            return what + " kept";
        }
        return same == 0 ? what + " changed" : what + " of " + Units.count(keys - same) + " changed";
    }
}
