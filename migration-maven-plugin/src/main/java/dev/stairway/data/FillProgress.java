package dev.stairway.data;

/** Is told how far a filling is, from the thread that fills and between parts of it; it must not take long. */
@FunctionalInterface
public interface FillProgress {

    /** Nobody looks. */
    FillProgress NONE = step -> {};

    /** Rows were sent to the database; the transaction that they belong to is still open. */
    void stored(Step step);

    /**
     * How far it is.
     *
     * @param table qualified name of the table that is being filled
     * @param tableRows rows that this filling added to it so far
     * @param tableWanted rows that this filling shall add to it
     * @param rows rows that this filling added to all tables so far
     * @param wanted rows that this filling shall add to all tables; a table that cannot be filled keeps the two apart
     */
    record Step(String table, long tableRows, long tableWanted, long rows, long wanted) {}
}
