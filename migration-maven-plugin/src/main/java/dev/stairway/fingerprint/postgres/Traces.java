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
    private final Set<Long> exclusive = new HashSet<>();
    private final Map<Long, Long> insertedRows = new HashMap<>();
    private final Map<Long, Long> replacedRows = new HashMap<>();
    private final Set<Integer> objectCatalogs = new HashSet<>();
    private final Map<Integer, long[]> writes = new HashMap<>();
    private boolean catalogRowsWritten;
    private boolean counting = true;
    private long highestType;
    private long transaction;
    private long nextTransaction;
    private long sharedLocks;

    /** Takes in one of the rows that start with {@code #}. */
    void add(String kind, String array) {
        List<String> elements = TextArray.parse(array);
        switch (kind) {
            case "#counters" -> elements.forEach(this::addCounter);
            case "#state" -> addState(elements);
            case "#locks" -> elements.forEach(this::addLock);
            case "#rows" -> elements.forEach(this::addRows);
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
        long own = state.get(2) == null ? 0 : Long.parseLong(state.get(2));
        transaction = transaction == 0 ? own : transaction;
        nextTransaction = Math.max(own + 1, Long.parseLong(state.get(3)));
        sharedLocks = Long.parseLong(state.get(4));
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
        if (mode.equals("AccessExclusiveLock")) {
            exclusive.add(relation);
        }
    }

    private void addRows(String rows) {
        String[] numbers = rows.split(" ");
        long relation = Long.parseLong(numbers[0]);
        insertedRows.merge(relation, Long.valueOf(numbers[1]), Long::sum);
        replacedRows.merge(relation, Long.valueOf(numbers[2]), Long::sum);
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

    /** Rows of the relation that the step inserted, at most: those of discarded sub-transactions count. */
    long insertedRows(long relation) {
        return insertedRows.getOrDefault(relation, 0L);
    }

    /** Rows of the relation that the step updated or deleted, at most. */
    long replacedRows(long relation) {
        return replacedRows.getOrDefault(relation, 0L);
    }

    /** True when no other session can read the relation now. */
    boolean lockedAgainstReaders(long relation) {
        return exclusive.contains(relation);
    }

    /** The first transaction's id as {@code xid8}; 0 when the step has written nothing. */
    long transaction() {
        return transaction;
    }

    /** Later than the ids of the transaction and of all that had ended when it was looked at. */
    long nextTransaction() {
        return nextTransaction;
    }

    /** Number of row locks that several transactions, or a transaction and one within it, shared since the server was made. */
    long sharedLocks() {
        return sharedLocks;
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
