package dev.stairway.data.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How a column's values are spread, without the values.
 *
 * @param nullFraction of all rows, 0 to 1
 * @param distinct how many different values there are; null where it grows with the rows
 * @param distinctFraction different values per row that has one, where that grows with the rows; else null
 * @param topFrequencies of the most common values, as fractions of all rows, in descending order
 * @param textLength null for other columns than texts
 * @param digits before the point of the largest common number; null for other columns than numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"nullFraction", "distinct", "distinctFraction", "topFrequencies", "textLength", "digits"})
public record ColumnProfile(
        double nullFraction,
        Long distinct,
        Double distinctFraction,
        List<Double> topFrequencies,
        TextLength textLength,
        Integer digits) {

    /** Common values that are written down: more would not change what the rows look like. */
    static final int TOP = 20;

    /**
     * In characters.
     *
     * @param average over all values
     */
    @JsonPropertyOrder({"min", "average", "max"})
    public record TextLength(int min, double average, int max) {}

    public ColumnProfile {
        topFrequencies = topFrequencies == null ? List.of() : List.copyOf(topFrequencies);
    }

    /** How many different values a table of so many rows has; 0 where every value is another or nothing is known. */
    public long distinctOf(long rows) {
        if (distinct != null) {
            return distinct;
        }
        boolean unique = distinctFraction == null || distinctFraction > 0.99;
        return unique ? 0 : Math.max(1, Math.round(rows * (1 - nullFraction) * distinctFraction));
    }

    /** Four digits are what a sample is good for, and keep the file readable. */
    static double rounded(double number) {
        return Math.round(number * 1e4) / 1e4;
    }
}
