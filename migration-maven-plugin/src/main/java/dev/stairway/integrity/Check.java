package dev.stairway.integrity;

import java.util.List;

/**
 * One promise about the rows of one table.
 *
 * @param table qualified name
 * @param constraint its name; empty where it has none
 * @param columns that it is about; empty for all of them
 * @param parent table that a foreign key refers to; empty for any other promise
 * @param parentColumns columns that it refers to
 * @param unchecked true when the database does not vouch for the rows that are there (NOT VALID, NOT ENFORCED, invalid)
 * @param definition how it is written, so that a change of it is noticed
 * @param count statement that answers how many rows break it; empty where the dialect asks in another way
 * @param examples statement that answers up to three keys of such rows as text; empty where rows have no key
 */
public record Check(
        Kind kind,
        String table,
        String constraint,
        List<String> columns,
        String parent,
        List<String> parentColumns,
        boolean unchecked,
        String definition,
        String count,
        String examples) {
    public Check {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }

    /** Where it is, however it is written. */
    public Place place() {
        return new Place(kind, table, constraint);
    }

    /** True for the same promise in the same words. */
    boolean sameAs(Check other) {
        return place().equals(other.place()) && definition.equals(other.definition);
    }

    /**
     * A promise by name.
     *
     * @param table qualified name
     * @param constraint empty where it has no name
     */
    public record Place(Kind kind, String table, String constraint) {}
}
