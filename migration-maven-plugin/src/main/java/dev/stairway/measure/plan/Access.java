package dev.stairway.measure.plan;

/**
 * How a plan reads a table.
 *
 * @param table qualified name
 * @param index that it goes by; empty when the table is read from end to end
 */
public record Access(String table, String index) {

    public boolean sequential() {
        return index.isEmpty();
    }
}
