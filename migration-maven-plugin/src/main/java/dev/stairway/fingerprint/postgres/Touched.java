package dev.stairway.fingerprint.postgres;

import dev.stairway.database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a watched step touched, from the traces it left in the server. */
final class Touched {

    /** Statements that may write privileges, which takes no lock on the table, or run text that this code cannot see. */
    private static final Pattern MAY_GRANT =
            Pattern.compile("\\b(grant|revoke|owned|do|call|execute)\\b", Pattern.CASE_INSENSITIVE);

    private static final int USUAL_EXTENSIONS = 1;

    private final CatalogReader reader;
    private final Memory memory;
    private final Traces traces;
    private final Map<Long, Relation> relations = new HashMap<>();
    private final Map<Category, Map<Long, Facts>> objects = new HashMap<>();

    Touched(CatalogReader reader, Memory memory, Traces traces) {
        this.reader = reader;
        this.memory = memory;
        this.traces = traces;
    }

    /**
     * Reads the touched relations and categories.
     *
     * @param more relations to read besides
     * @param highestType the highest OID in {@code pg_type} when it was last read
     * @return false when only a whole reading can be trusted
     */
    boolean read(Connection connection, Work work, Set<Long> more, long highestType) throws SQLException {
        Set<Long> before = new HashSet<>(more);
        before.addAll(traces.relations());
        relations.putAll(reader.touched(connection, traces));
        if (traces.needsWholeReading()) {
            return false;
        }
        before.addAll(unlocked(connection, work));
        before.removeAll(relations.keySet());
        if (!before.isEmpty()) {
            relations.putAll(reader.listed(connection, before));
        }
        readCategories(connection, highestType);
        return !renamed();
    }

    Map<Long, Relation> relations() {
        return relations;
    }

    Map<Category, Map<Long, Facts>> objects() {
        return objects;
    }

    /** A relation whose rows have to be read again. */
    boolean rowsTouched(long oid) {
        return rowsTouched(oid, relations.get(oid));
    }

    boolean rowsTouched(long oid, Relation present) {
        Relation known = memory.relation(oid);
        return known == null
                || present == null
                || !known.name().equals(present.name())
                || traces.rowRelations().contains(oid)
                || !known.columns().equals(present.columns())
                || !known.key().equals(present.key());
    }

    private Set<Long> unlocked(Connection connection, Work work) throws SQLException {
        boolean updates = traces.updates(Category.PG_CLASS) > 0 || traces.updates(Category.PG_ATTRIBUTE) > 0;
        if (!updates || traces.transaction() == 0 || !mayGrant(work)) {
            return Set.of();
        }
        return reader.changed(connection, new Xids(traces.transaction(), 0).rawFirst());
    }

    private boolean mayGrant(Work work) {
        return !memory.objects(Category.FUNCTION).isEmpty()
                || traces.touched(Category.FUNCTION)
                || memory.objects(Category.EXTENSION).size() > USUAL_EXTENSIONS
                || work.statements().stream()
                        .anyMatch(
                                statement -> MAY_GRANT.matcher(statement.sql()).find());
    }

    private void readCategories(Connection connection, long highestType) throws SQLException {
        for (Category category : Category.ALL) {
            if (category == Category.TYPE) {
                readTypes(connection, highestType);
            } else if (traces.touched(category)) {
                objects.put(category, reader.category(connection, category));
            }
        }
    }

    private void readTypes(Connection connection, long highestType) throws SQLException {
        if (!typesTouched()) {
            return;
        }
        objects.put(
                Category.TYPE,
                traces.oidsMayWrap()
                        ? reader.category(connection, Category.TYPE)
                        : reader.types(connection, memory.objects(Category.TYPE).keySet(), highestType));
    }

    /** Every table brings and takes a row type and its array type: when these explain all writes, no type was touched. */
    private boolean typesTouched() {
        Map<Long, Facts> known = memory.objects(Category.TYPE);
        return traces.inserts(Category.PG_TYPE) != 2 * rowTypes(true)
                || traces.deletes(Category.PG_TYPE) != 2 * rowTypes(false)
                || traces.updates(Category.PG_TYPE) > 0 && !known.isEmpty()
                || traces.touchedObject(Category.PG_TYPE)
                || known.values().stream().anyMatch(this::touched);
    }

    private boolean touched(Facts type) {
        String relation = type.get("#relation");
        return type.kind().equals("domain")
                        && (traces.wrote(Category.PG_CONSTRAINT) || traces.touchedObject(Category.PG_CONSTRAINT))
                || type.get("labels") != null && traces.wrote(Category.PG_ENUM)
                || relation != null && traces.relations().contains(Long.valueOf(relation));
    }

    private long rowTypes(boolean added) {
        return added
                ? relations.entrySet().stream()
                        .filter(e -> memory.relation(e.getKey()) == null
                                && e.getValue().hasRowType())
                        .count()
                : traces.relations().stream()
                        .filter(oid -> !relations.containsKey(oid))
                        .map(memory::relation)
                        .filter(known -> known != null && known.hasRowType())
                        .count();
    }

    private boolean renamed() {
        boolean relation = relations.entrySet().stream().anyMatch(e -> {
            Relation known = memory.relation(e.getKey());
            return known != null && e.getValue().renamedFrom(known);
        });
        return relation || objects.entrySet().stream().anyMatch(e -> renamed(memory.objects(e.getKey()), e.getValue()));
    }

    private static boolean renamed(Map<Long, Facts> known, Map<Long, Facts> present) {
        return known.values().stream().anyMatch(old -> {
            Facts now = present.get(old.oid());
            return now != null && !(now.kind().equals(old.kind()) && now.name().equals(old.name()));
        });
    }
}
