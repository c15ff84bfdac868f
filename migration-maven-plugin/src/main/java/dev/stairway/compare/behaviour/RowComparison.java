package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.RowDifferences.Gap;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.DatabaseId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of all tables that all databases have, held against each other. */
final class RowComparison {

    private final Unrepeatable unrepeatable = new Unrepeatable();
    /** Table, column and database to what differed as soon as rows were written. */
    private final Map<String, String> written = new HashMap<>();
    /** Table to why it has fewer rows on one of the databases. */
    private final Map<String, DataDifference> refused = new HashMap<>();
    /** What differs, by table. */
    private final TreeMap<String, List<Difference>> present = new TreeMap<>();

    private final Touched touched = new Touched();

    /** True when nothing was told since the last look. */
    private boolean settled;

    private final TreeMap<String, String> notes = new TreeMap<>();
    private final Set<String> empty = new TreeSet<>();
    private final Set<String> filled = new TreeSet<>();

    private record Difference(String table, String column, Gap gap, DatabaseId by) {

        String key() {
            return by + " " + table + " " + column;
        }
    }

    /** @param statements of a migration */
    void played(List<String> statements) {
        if (settled) {
            touched.nothing();
            settled = false;
        }
        statements.forEach(unrepeatable::hear);
        statements.forEach(touched::by);
    }

    /** Something happened that no statement tells: the next look is one at all tables. */
    void unseen() {
        settled = false;
        touched.all();
    }

    /** Rows of a table are not taken by a database; tells so as long as they are not there. */
    void refused(DataDifference difference) {
        refused.put(difference.table(), difference);
    }

    /**
     * Takes what differs now and did not before as what made-up rows brought along.
     *
     * @param tables that were written to
     */
    void written(List<Found> all, Set<String> tables) throws SQLException {
        if (settled) {
            touched.nothing();
        }
        tables.forEach(touched::table);
        Map<String, String> before = signatures();
        look(all);
        signatures().forEach((key, signature) -> {
            if (!signature.equals(before.get(key))) {
                written.put(key, signature);
            }
        });
    }

    private Map<String, String> signatures() {
        Map<String, String> signatures = new HashMap<>();
        present.values()
                .forEach(differences -> differences.forEach(
                        each -> signatures.put(each.key(), each.gap().signature())));
        return signatures;
    }

    /** All that differs now, by table and column. */
    List<DataDifference> of(List<Found> all) throws SQLException {
        Map<String, List<Difference>> columns = new LinkedHashMap<>();
        if (settled) {
            touched.all();
        }
        look(all);
        present.values()
                .forEach(differences -> differences.forEach(
                        each -> columns.computeIfAbsent(each.table() + " " + each.column(), any -> new ArrayList<>())
                                .add(each)));
        refused.keySet().removeIf(table -> !columns.containsKey(table + " "));
        return columns.values().stream().map(this::told).toList();
    }

    /** Tables without a row on any database, as of the last look. */
    Set<String> empty() {
        return Set.copyOf(empty);
    }

    /** All the others that all databases have. */
    Set<String> filled() {
        return Set.copyOf(filled);
    }

    /** Why tables are not compared, by table. */
    Map<String, String> notes() {
        return notes;
    }

    static Set<String> everywhere(List<Found> all) {
        Set<String> names = new TreeSet<>(all.get(0).tables().keySet());
        all.forEach(each -> names.retainAll(each.tables().keySet()));
        return names;
    }

    /** Reads what may have changed since the last look, and nothing else. */
    private void look(List<Found> all) throws SQLException {
        Set<String> everywhere = everywhere(all);
        Set<String> names = touched.of(all, everywhere);
        Map<Found, Map<String, List<Map<String, Value>>>> read = new LinkedHashMap<>();
        for (Found each : names.isEmpty() ? List.<Found>of() : all) {
            Map<String, Table> tables = new TreeMap<>(each.tables());
            tables.keySet().retainAll(names);
            read.put(each, TableRows.read(each.member().database(), tables));
        }
        for (Set<String> known : List.of(empty, filled)) {
            known.retainAll(everywhere);
            known.removeAll(names);
        }
        present.keySet().retainAll(everywhere);
        present.keySet().removeAll(names);
        names.forEach(name ->
                (read.values().stream().allMatch(tables -> tables.get(name).isEmpty()) ? empty : filled).add(name));
        unrepeatable.now(all);
        List<Difference> differences;
        int known;
        do {
            // What is made anew in one table may be copied into another that was compared before it.
            known = unrepeatable.known();
            differences = differences(all, names, read);
        } while (unrepeatable.known() > known);
        differences.forEach(each ->
                present.computeIfAbsent(each.table(), any -> new ArrayList<>()).add(each));
        settled = true;
    }

    private List<Difference> differences(
            List<Found> all, Set<String> names, Map<Found, Map<String, List<Map<String, Value>>>> read) {
        List<Difference> differences = new ArrayList<>();
        Found lead = Found.strictest(all);
        for (String name : names) {
            if (read.values().stream().anyMatch(tables -> tables.get(name).size() >= TableRows.MOST)) {
                notes.put(name, "its rows are not compared, they are " + TableRows.MOST + " or more");
                continue;
            }
            for (Found each : all) {
                if (each != lead) {
                    RowDifferences.of(
                                    name,
                                    each,
                                    lead,
                                    read.get(each).get(name),
                                    read.get(lead).get(name),
                                    unrepeatable)
                            .forEach((column, gap) -> differences.add(new Difference(name, column, gap, each.id())));
                }
            }
        }
        return differences;
    }

    /** @param alike those of one column, each of another database */
    private DataDifference told(List<Difference> alike) {
        Difference first = alike.get(0);
        if (first.column().isEmpty() && refused.containsKey(first.table())) {
            return refused.get(first.table());
        }
        Map<String, List<Difference>> sides = new LinkedHashMap<>();
        alike.forEach(each -> sides.computeIfAbsent(each.gap().signature(), any -> new ArrayList<>())
                .add(each));
        List<Side> told = new ArrayList<>();
        List<String> what = new ArrayList<>();
        sides.values().forEach(same -> {
            Gap gap = same.get(0).gap();
            told.add(new Side(
                    same.stream().map(Difference::by).toList(),
                    gap.sides().get(0).says()));
            what.add(gap.what() + when(same.get(0)));
        });
        told.add(first.gap().sides().get(1));
        List<Reason> reasons =
                alike.stream().map(each -> each.gap().reason()).distinct().toList();
        Reason reason = reasons.contains(Reason.UNKNOWN) ? Reason.UNKNOWN : reasons.get(0);
        return new DataDifference(
                first.table(), first.column(), String.join("; ", what), told, reason.text(), reason.known());
    }

    private String when(Difference difference) {
        boolean atOnce = difference.gap().signature().equals(written.get(difference.key()));
        return atOnce ? " as soon as the row is written" : "";
    }
}
