package dev.stairway.measure.scaling;

/**
 * What was measured at one size.
 *
 * @param rows of the table, 0 or more
 * @param value median of the figure
 * @param error how far the median may be off, as a standard deviation; 0 when it is exact or unknown
 */
public record Size(long rows, double value, double error) {

    public Size {
        if (rows < 0 || !(error >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("No such size: " + rows + " rows, " + value + ", off by " + error);
        }
    }

    /** A value of which nothing more is known. */
    public Size(long rows, double value) {
        this(rows, value, 0);
    }
}
