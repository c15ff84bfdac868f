package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.DataJudge;
import dev.stairway.judge.RowLines;
import dev.stairway.judge.RowMoves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges what up did to data that was there before: rows gone, values changed in columns that the migration does not
 * name. A migration that runs user code names nothing, so its columns are not judged; keys that a declared mapping moves
 * are judged by {@link MappingCheck}.
 */
final class UpJudge {

    private UpJudge() {}

    /**
     * What is found, gravest first.
     *
     * @param namedColumns false where a migration names the table alone, whatever it does to its columns
     * @param named what up did, row by row, where rows have names
     * @param moves rows that went to another name, which are not removed
     * @param declared says of a table and a number of its rows whether the user wants exactly those to go
     */
    static List<Finding> judge(
            Migration migration,
            SortedMap<String, Change<TableData>> data,
            MappingCheck mapping,
            boolean namedColumns,
            RowChanges named,
            RowMoves moves,
            UpLosses declared) {
        String text = migration.text().toLowerCase(Locale.ROOT);
        boolean userCode = text.isEmpty() || text.contains("customchange");
        // The label of an enum changes in every column of that type, none of which is named.
        boolean relabels = text.contains("rename value");
        SortedMap<String, String> otherRows = new TreeMap<>();
        SortedMap<String, String> rows = new TreeMap<>();
        List<String> columns = new ArrayList<>();
        new TreeMap<>(data).forEach((table, change) -> {
            if (mapping.covers(table)) {
                return;
            }
            DataJudge.Effect effect = DataJudge.ofUp(change.before(), change.after());
            long removed = Math.min(effect.removed() - mapping.taken(table), moves.lost(table, effect.removed()));
            if (removed > 0 && !declared.contain(table, removed)) {
                String line = removed + " of " + change.before().rows() + " rows of " + table + " are gone";
                (names(text, table) || userCode ? rows : otherRows).put(table, line);
            }
            effect.changed().stream()
                    .filter(column -> !userCode && !relabels && !names(text, namedColumns ? column : table))
                    .forEach(column -> columns.add(table + "." + column));
        });
        return findings(
                migration,
                removed(otherRows, named, moves),
                removed(rows, named, moves),
                RowLines.after(
                        columns.stream()
                                .map(column -> "values changed in " + column)
                                .toList(),
                        named,
                        RowLines.withOther(columns)));
    }

    private static List<String> removed(SortedMap<String, String> tables, RowChanges named, RowMoves moves) {
        return RowLines.after(
                tables.values(),
                named,
                row -> row.removed() && !moves.unchanged(row) && tables.containsKey(row.table()));
    }

    private static List<Finding> findings(
            Migration migration, List<String> otherRows, List<String> rows, List<String> columns) {
        List<Finding> findings = new ArrayList<>();
        if (!otherRows.isEmpty()) {
            findings.add(
                    new Finding(
                            Rule.MIGRATION_LOSES_OTHER_ROWS,
                            migration,
                            "Applying it removed rows from a table that it does not name",
                            otherRows,
                            "Look for ON DELETE CASCADE or a trigger on a table that the migration drops, rebuilds or deletes from"));
        }
        if (!rows.isEmpty()) {
            findings.add(new Finding(
                    Rule.MIGRATION_REMOVES_ROWS,
                    migration,
                    "Applying it removed rows that were there",
                    rows,
                    "Make sure that the rows are meant to go; keep a copy if a rollback shall bring them back"));
        }
        if (!columns.isEmpty()) {
            findings.add(new Finding(
                    Rule.MIGRATION_CHANGES_OTHER_COLUMN,
                    migration,
                    "Applying it changed values in a column that it does not name",
                    columns,
                    "Look for a trigger, a cast or a default that touches the column"));
        }
        return findings;
    }

    private static boolean names(String text, String qualified) {
        String name = qualified.substring(qualified.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        int variable = name.indexOf('{');
        return variable < 0 ? namesWhole(text, name) : namesPattern(text, name.substring(0, variable));
    }

    /** As a word of its own: a table {@code o} is not named by every text. */
    private static boolean namesWhole(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isUnicodeIdentifierPart(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isUnicodeIdentifierPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** A key pattern is named by what all its keys begin with, or by a glob over whole segments of that. */
    private static boolean namesPattern(String text, String beginning) {
        boolean named = !beginning.isEmpty() && text.contains(beginning);
        for (int end = beginning.indexOf(':'); end >= 0 && !named; end = beginning.indexOf(':', end + 1)) {
            named = text.contains(beginning.substring(0, end + 1) + "*");
        }
        return named;
    }
}
