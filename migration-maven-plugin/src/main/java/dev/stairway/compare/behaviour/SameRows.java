package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.RowDifferences.Gap;
import dev.stairway.data.FillProgress;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.DatabaseId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows that are made up for the strictest of the databases and copied into the others by value, and what becomes of them.
 */
public final class SameRows implements DataCheck {

    private final int rows;
    private final long seed;
    private final SameFixtures fixtures;
    /** Tables that were filled, or could not be; once is enough. */
    private final Set<String> tried = new HashSet<>();
    /** Table, column and pair of databases to the difference that was told. */
    private Map<String, String> known = new HashMap<>();
    /** What was not the same as soon as the rows were written; told with the next comparison. */
    private final List<DataDifference> waiting = new ArrayList<>();

    private final TreeMap<String, String> notes = new TreeMap<>();
    /** Tables of each database, as long as its schema stays what it is. */
    private final Map<DatabaseId, Found> found = new HashMap<>();

    private final Unrepeatable unrepeatable = new Unrepeatable();

    private Filler filler;

    /** @param rows that every table shall have; 0 for none */
    public SameRows(int rows, long seed) {
        this(rows, seed, new SameFixtures(List.of(), List.of()));
    }

    /** @param fixtures are loaded before other tables are filled */
    public SameRows(int rows, long seed, SameFixtures fixtures) {
        this.rows = rows;
        this.seed = seed;
        this.fixtures = fixtures;
    }

    @Override
    public boolean waits() {
        return fixtures.waits();
    }

    @Override
    public void played(List<String> statements) {
        statements.forEach(unrepeatable::hear);
    }

    @Override
    public void done() {
        fixtures.done();
    }

    @Override
    public void fill(List<Member> members) throws SQLException {
        if (rows == 0) {
            return;
        }
        fixtures.load(members);
        List<Found> all = found(members);
        Found lead = Found.strictest(all);
        Set<String> empty = empty(all);
        empty.removeAll(tried);
        empty.removeAll(fixtures.held(members));
        if (empty.isEmpty()) {
            return;
        }
        tried.addAll(empty);
        make(lead, empty);
        if (all.stream().anyMatch(each -> !each.id().product().equals(lead.id().product()))) {
            TameValues.in(lead, empty);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        empty.forEach(name -> tables.put(name, lead.tables().get(name)));
        Map<String, List<Map<String, Value>>> made =
                TableRows.read(lead.member().database(), tables);
        Set<String> refusing = new HashSet<>();
        for (Found each : all) {
            RowCopy copy = new RowCopy(each);
            if (each != lead) {
                copy.store(made).forEach((name, said) -> {
                    refusing.add(name);
                    refused(name, each, lead, said);
                });
            }
            copy.align(empty);
        }
        differences(members, " as soon as the row is written").stream()
                .filter(difference -> !difference.column().isEmpty() || !refusing.contains(difference.table()))
                .forEach(waiting::add);
    }

    private List<Found> found(List<Member> members) throws SQLException {
        List<Found> all = new ArrayList<>();
        for (Member member : members) {
            Found before = found.get(member.id());
            if (before == null || !before.member().schema().equals(member.schema())) {
                before = Found.of(member);
                found.put(member.id(), before);
            }
            all.add(before);
        }
        return all;
    }

    private void make(Found lead, Set<String> names) throws SQLException {
        if (filler == null) {
            filler = Fillers.open(lead.member().database(), seed, List.of());
        }
        filler.forgetAll();
        Map<String, Integer> wish = new HashMap<>();
        names.forEach(name -> wish.put(lead.tables().get(name).name(), rows));
        try {
            filler.fill(new FillWish(0, wish, Set.of()), FillProgress.NONE)
                    .unfilled()
                    .forEach((name, reason) -> notes.put(name, "not filled: " + reason));
        } finally {
            filler.release();
        }
    }

    private void refused(String name, Found by, Found lead, String said) {
        waiting.add(new DataDifference(
                name,
                "",
                by.id().product() + " refuses rows of " + name + " that "
                        + lead.id().product() + " takes",
                List.of(new Side(List.of(by.id()), "refuses " + said), new Side(List.of(lead.id()), "takes them")),
                "",
                false));
    }

    /** Tables that are on all databases, and without rows there. */
    private static Set<String> empty(List<Found> all) throws SQLException {
        Set<String> names = everywhere(all);
        for (Found each : all) {
            Map<String, Table> tables = new TreeMap<>(each.tables());
            tables.keySet().retainAll(names);
            TableRows.read(each.member().database(), tables).forEach((name, found) -> {
                if (!found.isEmpty()) {
                    names.remove(name);
                }
            });
        }
        return names;
    }

    private static Set<String> everywhere(List<Found> all) {
        Set<String> names = new TreeSet<>(all.get(0).tables().keySet());
        all.forEach(each -> names.retainAll(each.tables().keySet()));
        return names;
    }

    @Override
    public List<DataDifference> compare(List<Member> members) throws SQLException {
        List<DataDifference> differences = new ArrayList<>(waiting);
        waiting.clear();
        differences.addAll(differences(members, ""));
        return differences;
    }

    /** @param when goes after what is said */
    private List<DataDifference> differences(List<Member> members, String when) throws SQLException {
        List<Found> all = found(members);
        Set<String> names = everywhere(all);
        Map<Found, Map<String, List<Map<String, Value>>>> read = new LinkedHashMap<>();
        for (Found each : all) {
            Map<String, Table> tables = new TreeMap<>(each.tables());
            tables.keySet().retainAll(names);
            read.put(each, TableRows.read(each.member().database(), tables));
        }
        unrepeatable.now(all);
        int before;
        Seen seen;
        do {
            // What is made anew in one table may be copied into another that was compared before it.
            before = unrepeatable.known();
            seen = differences(all, names, read, when);
        } while (unrepeatable.known() > before);
        known = seen.present();
        return List.copyOf(seen.told().values());
    }

    /** @param present what differs, by table, column and pair of databases */
    private record Seen(Map<String, DataDifference> told, Map<String, String> present) {}

    private Seen differences(
            List<Found> all,
            Set<String> names,
            Map<Found, Map<String, List<Map<String, Value>>>> read,
            String when) {
        Map<String, DataDifference> told = new LinkedHashMap<>();
        Map<String, String> present = new HashMap<>();
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
                            .forEach((column, gap) -> {
                                String key = each.id() + " " + name + " " + column;
                                present.put(key, gap.signature());
                                if (!gap.signature().equals(known.get(key))) {
                                    told.merge(
                                            name + " " + column + " " + gap.signature(),
                                            difference(name, column, gap, when),
                                            SameRows::both);
                                }
                            });
                }
            }
        }
        return new Seen(told, present);
    }

    private static DataDifference difference(String table, String column, Gap gap, String when) {
        Reason reason = gap.reason();
        return new DataDifference(table, column, gap.what() + when, gap.sides(), reason.text(), reason.known());
    }

    /** The same in another database. */
    private static DataDifference both(DataDifference one, DataDifference other) {
        List<DatabaseId> databases = new ArrayList<>(one.sides().get(0).databases());
        databases.addAll(other.sides().get(0).databases());
        List<Side> sides = List.of(
                new Side(databases, one.sides().get(0).says()), one.sides().get(1));
        return new DataDifference(one.table(), one.column(), one.what(), sides, one.reason(), one.explained());
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>();
        notes.forEach((name, note) -> all.add(name + ": " + note));
        all.addAll(fixtures.notes());
        return all;
    }

    @Override
    public void close() {
        if (filler != null) {
            filler.close();
        }
    }
}
