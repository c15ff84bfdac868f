package dev.stairway.data.value;

/** Makes cells that stand for a whole number each, so that two columns of a row can be put in order. */
public interface Scalar extends CellMaker {

    /** The number of the row. */
    long number(long row);

    /** Writes a number as a cell. */
    void put(long number, Cells out);

    /** Equal for columns whose numbers can be compared. */
    String unit();

    @Override
    default void make(long row, Cells out) {
        put(number(row), out);
    }

    /** The same cells from other numbers. */
    default CellMaker with(Numbering numbering) {
        return (row, out) -> put(numbering.number(row), out);
    }

    /** Where a row's number comes from. */
    @FunctionalInterface
    interface Numbering {
        long number(long row);
    }
}
