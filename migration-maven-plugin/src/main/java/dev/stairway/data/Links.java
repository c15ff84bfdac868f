package dev.stairway.data;

import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses parents for the references of one table's rows. */
final class Links {

    /** Says whether a column shall be NULL in a row. */
    @FunctionalInterface
    interface NullWish {
        boolean nullWanted(Column column, long number, int salt, Dice dice);
    }

    private final List<Link> links = new ArrayList<>();
    private final List<Link> ownParents = new ArrayList<>();
    private final Set<String> covered = new HashSet<>();
    private String obstacle = "";

    /**
     * @param parents values of the parents' columns, by reference
     * @param postponed references that stay NULL for now
     * @param counted columns that the database would count and the rows give nevertheless
     */
    Links(
            Table table,
            long seed,
            Map<ForeignKey, List<List<Value>>> parents,
            Set<ForeignKey> postponed,
            Set<String> counted) {
        Set<String> keyed = new HashSet<>();
        table.uniqueKeys().forEach(key -> keyed.addAll(key.columns()));
        Set<String> given = new HashSet<>(counted);
        table.columns().stream().filter(Column::given).map(Column::name).forEach(given::add);
        List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        // The widest first: what it sets usually satisfies the narrower ones that share columns with it.
        keys.sort((a, b) -> b.columns().size() - a.columns().size());
        for (ForeignKey key : keys) {
            boolean isKeyed = key.columns().stream().anyMatch(keyed::contains);
            links.add(new Link(table, seed, key, parents.get(key), isKeyed, postponed.contains(key), given));
            covered.addAll(key.columns());
        }
    }

    String obstacle() {
        return obstacle;
    }

    boolean covers(String column) {
        return covered.contains(column);
    }

    /** How many combinations of parents the keyed references have, as far as they are walked through. */
    int combinations() {
        long product = 1;
        for (Link link : links) {
            product *= link.keyed() ? Math.max(1, link.size()) : 1;
        }
        return (int) Math.min(product, Integer.MAX_VALUE);
    }

    void remember(Map<String, Value> row) {
        links.forEach(link -> link.remember(row));
    }

    /** The rows remembered so far are stored. */
    void settle() {
        links.forEach(Link::settle);
    }

    /** Forgets the rows remembered since the last settling: they will not be stored. */
    void release() {
        links.forEach(Link::release);
    }

    /** Sets the columns of all references; false when one has no parent that fits. */
    boolean choose(Map<String, Value> row, long number, int salt, int scan, Solver way, NullWish wish) {
        long rest = scan;
        ownParents.clear();
        for (Link link : links) {
            Dice dice = link.dice(number, salt);
            if (link.wantsNull(number, salt, dice, way, wish)) {
                link.setNull(row);
                continue;
            }
            List<List<Value>> fitting = link.fitting(row);
            if (fitting.isEmpty()) {
                if (!orphan(link, row)) {
                    return false;
                }
                continue;
            }
            int size = fitting.size();
            boolean walk = scan > 0 && link.keyed();
            int index =
                    walk ? (int) (rest % size) : link.keyed() && salt == 0 ? (int) (number % size) : dice.below(size);
            rest = walk ? rest / size : rest;
            link.set(row, fitting.get(index));
        }
        return true;
    }

    private boolean orphan(Link link, Map<String, Value> row) {
        if (link.nulled(row) || link.setNull(row)) {
            return true;
        }
        if (link.self() && link.size() == 0) {
            ownParents.add(link);
            return true;
        }
        obstacle = "foreign key " + link.key().name() + " finds no row in "
                + link.key().parent();
        return false;
    }

    /** Where the table has no row yet that could be the parent, the row becomes its own. */
    void adopt(Map<String, Value> row) {
        ownParents.forEach(link -> link.adopt(row));
    }
}
