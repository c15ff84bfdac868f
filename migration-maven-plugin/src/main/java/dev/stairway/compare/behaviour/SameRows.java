package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalTable;
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

/**
 * Rows that are made up for the strictest of the databases and copied into the others by value, and what becomes of them.
 */
public final class SameRows implements DataCheck {

    private final int rows;
    private final long seed;
    private final SameFixtures fixtures;
    /** Tables that were filled, or could not be, as they were then: once is enough as long as they stay so. */
    private final Map<String, List<LogicalTable>> tried = new HashMap<>();
    /** Tables that have rows, made up or not. */
    private final Set<String> full = new HashSet<>();

    private final RowComparison comparison = new RowComparison();
    private final TreeMap<String, String> notes = new TreeMap<>();
    /** Tables of each database, as long as its schema stays what it is. */
    private final Map<DatabaseId, Found> found = new HashMap<>();

    private boolean emptied;
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
        return emptied || fixtures.waits();
    }

    @Override
    public void played(List<String> statements) {
        comparison.played(statements);
    }

    @Override
    public void unseen() {
        comparison.unseen();
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
        if (fixtures.load(members)) {
            comparison.unseen();
        }
        List<Found> all = found(members);
        Found lead = Found.strictest(all);
        Set<String> empty = empty(all);
        emptied = false;
        empty.removeIf(name -> tables(all, name).equals(tried.get(name)));
        empty.removeAll(fixtures.held(members));
        if (empty.isEmpty()) {
            return;
        }
        empty.forEach(name -> {
            tried.put(name, tables(all, name));
            notes.remove(lead.tables().get(name).name());
        });
        make(lead, empty);
        if (all.stream().anyMatch(each -> !each.id().product().equals(lead.id().product()))) {
            TameValues.in(lead, empty);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        empty.forEach(name -> tables.put(name, lead.tables().get(name)));
        Map<String, List<Map<String, Value>>> made =
                TableRows.read(lead.member().database(), tables);
        for (Found each : all) {
            RowCopy copy = new RowCopy(each);
            if (each != lead) {
                copy.store(made).forEach((name, said) -> refused(name, each, lead, said));
            }
            copy.align(empty);
        }
        comparison.written(all, empty);
        full();
    }

    /** How all databases have a table. */
    private static List<LogicalTable> tables(List<Found> all, String name) {
        return all.stream()
                .map(each -> each.member().schema().tables().get(name))
                .toList();
    }

    /** A table that had rows and has none any more is filled again, for the migrations that come. */
    private void full() {
        Set<String> empty = comparison.empty();
        emptied |= full.stream().anyMatch(empty::contains);
        tried.keySet().removeIf(name -> full.contains(name) && empty.contains(name));
        full.clear();
        full.addAll(comparison.filled());
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
        comparison.refused(new DataDifference(
                name,
                "",
                by.id().product() + " refuses rows of " + name + " that "
                        + lead.id().product() + " takes",
                List.of(new Side(List.of(by.id()), "refuses " + said), new Side(List.of(lead.id()), "takes them")),
                "",
                false));
    }

    /** Tables that are on all databases, and without rows there. */
    private Set<String> empty(List<Found> all) throws SQLException {
        Set<String> names = RowComparison.everywhere(all);
        names.removeAll(comparison.filled());
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

    @Override
    public List<DataDifference> compare(List<Member> members) throws SQLException {
        List<DataDifference> differences = comparison.of(found(members));
        full();
        return differences;
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>();
        Map<String, String> sorted = new TreeMap<>(notes);
        sorted.putAll(comparison.notes());
        sorted.forEach((name, note) -> all.add(name + ": " + note));
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
