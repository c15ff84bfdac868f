package dev.stairway.measure.scaling;

/**
 * What a figure will be at a size that was not measured.
 *
 * @param low lower end of the interval that holds it with 95 %
 * @param high upper end
 */
public record Forecast(double value, double low, double high) {}
