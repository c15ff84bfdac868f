package dev.stairway.measure.lock;

/**
 * A relation as everybody but the step knows it.
 *
 * @param name qualified, quoted where SQL needs it
 * @param kind {@code pg_class.relkind}
 * @param file number of its file; 0 for one without
 * @param table of which it is an index; 0 for anything else
 */
record PostgresRelation(long oid, String name, char kind, long file, long table) {

    /** Statements lock it by name; an index or a sequence comes along, as often as its table. */
    boolean named() {
        return "rpmvf".indexOf(kind) >= 0;
    }

    boolean index() {
        return table != 0;
    }
}
