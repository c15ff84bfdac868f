package dev.stairway.fingerprint.postgres;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server remembers of the present transaction: its locks and its writes to the catalogs. */
final class Traces {

    private static final Set<String> ROW_MODES = Set.of("RowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock");
    private static final long OID_WRAP_IS_NEAR = 4_000_000_000L;
    private static final long FIRST_USER_OID = 16384;

    private final Set<Long> relations = new HashSet<>();
    private final Set<Long> rowRelations = new HashSet<>();
    private final Set<Integer> objectCatalogs = new HashSet<>();
    private final Map<Integer, long[]> writes = new HashMap<>();
    private boolean catalogRowsWritten;
    private boolean counting = true;
    private long highestType;
    private String transaction;

    /** Takes in one of the rows that start with {@code #}. */
    void add(String kind, String array) {
        List<String> elements = TextArray.parse(array);
        switch (kind) {
            case "#counters" -> elements.forEach(this::addCounter);
            case "#state" -> addState(elements);
            case "#locks" -> elements.forEach(this::addLock);
            case "#objects" -> elements.forEach(this::addObject);
            default -> throw new IllegalStateException("unknown trace " + kind);
        }
    }

    private void addCounter(String counter) {
        String[] numbers = counter.split(" ");
        long[] sum = writes.computeIfAbsent(Integer.valueOf(numbers[0]), any -> new long[3]);
        for (int i = 0; i < 3; i++) {
            sum[i] += Long.parseLong(numbers[i + 1]);
        }
    }

    private void addState(List<String> state) {
        counting = counting && "on".equals(state.get(0));
        highestType = Long.parseLong(state.get(1));
        transaction = transaction == null ? state.get(2) : transaction;
    }

    private void addLock(String lock) {
        int space = lock.indexOf(' ');
        long relation = Long.parseLong(lock.substring(0, space));
        String mode = lock.substring(space + 1);
        if (relation < FIRST_USER_OID) {
            catalogRowsWritten |= ROW_MODES.contains(mode) && Catalogs.RELATION_CATALOGS.contains((int) relation);
            return;
        }
        relations.add(relation);
        if (ROW_MODES.contains(mode)) {
            rowRelations.add(relation);
        }
    }

    private void addObject(String lock) {
        int space = lock.indexOf(' ');
        int catalog = Integer.parseInt(lock.substring(0, space));
        // ALTER EXTENSION ADD and DROP lock the extension itself in the weakest mode only.
        if (catalog == Category.PG_EXTENSION || !lock.endsWith(" AccessShareLock")) {
            objectCatalogs.add(catalog);
        }
    }

    Set<Long> relations() {
        return relations;
    }

    /** Relations whose rows may have changed. */
    Set<Long> rowRelations() {
        return rowRelations;
    }

    long inserts(int catalog) {
        return count(catalog, 0);
    }

    long updates(int catalog) {
        return count(catalog, 1);
    }

    long deletes(int catalog) {
        return count(catalog, 2);
    }

    boolean wrote(int catalog) {
        return writes.containsKey(catalog);
    }

    private long count(int catalog, int what) {
        long[] counts = writes.get(catalog);
        return counts == null ? 0 : counts[what];
    }

    boolean touchedObject(int catalog) {
        return objectCatalogs.contains(catalog);
    }

    boolean touched(Category category) {
        return category.catalogs().stream().anyMatch(catalog -> wrote(catalog) || objectCatalogs.contains(catalog));
    }

    /** The transaction's first id as {@code xid}; null when it has written nothing. */
    String transaction() {
        return transaction;
    }

    long highestType() {
        return highestType;
    }

    /** True when a new object need not have a higher OID than the old ones. */
    boolean oidsMayWrap() {
        return highestType > OID_WRAP_IS_NEAR;
    }

    /** True when only a whole reading can be trusted. */
    boolean needsWholeReading() {
        return !counting
                || catalogRowsWritten
                || wrote(Category.PG_EXTENSION)
                || objectCatalogs.contains(Category.PG_EXTENSION)
                || updates(Category.PG_ENUM) > 0
                || updates(Catalogs.PG_AUTHID) > 0
                || updates(Catalogs.PG_DATABASE) > 0
                || wrote(Catalogs.PG_TABLESPACE);
    }
}
