package dev.stairway.measure.scaling;

import java.util.List;

/**
 * value = intercept + slope * rows, fitted by least squares in which each size counts as much as it is sure. Without such
 * weights the largest size would decide alone, and what it costs on an empty table would be lost in its error.
 *
 * @param interceptVariance of the intercept; slopeVariance and covariance likewise
 */
record Line(double intercept, double slope, double interceptVariance, double slopeVariance, double covariance) {

    /** The intercept is not below 0 where all values are not: nothing takes less than no time. */
    static Line through(List<Size> sizes, Noise noise) {
        Line free = free(sizes, noise);
        boolean positive = sizes.stream().allMatch(size -> size.value() >= 0);
        return free.intercept >= 0 || !positive ? free : throughZero(sizes, noise);
    }

    private static Line free(List<Size> sizes, Noise noise) {
        double s = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Size size : sizes) {
            double weight = 1 / noise.variance(size);
            s += weight;
            sx += weight * size.rows();
            sy += weight * size.value();
            sxx += weight * size.rows() * size.rows();
            sxy += weight * size.rows() * size.value();
        }
        double determinant = s * sxx - sx * sx;
        double intercept = (sxx * sy - sx * sxy) / determinant;
        double slope = (s * sxy - sx * sy) / determinant;
        return new Line(intercept, slope, sxx / determinant, s / determinant, -sx / determinant)
                .scaled(sizes, noise, sizes.size() - 2);
    }

    private static Line throughZero(List<Size> sizes, Noise noise) {
        double sxx = 0;
        double sxy = 0;
        for (Size size : sizes) {
            double weight = 1 / noise.variance(size);
            sxx += weight * size.rows() * size.rows();
            sxy += weight * size.rows() * size.value();
        }
        return new Line(0, sxy / sxx, 0, 1 / sxx, 0).scaled(sizes, noise, sizes.size() - 1);
    }

    /** Less sure when the sizes lie farther from the line than their noise explains. */
    private Line scaled(List<Size> sizes, Noise noise, int freedom) {
        double chi = sizes.stream()
                .mapToDouble(size -> Math.pow(size.value() - at(size.rows()), 2) / noise.variance(size))
                .sum();
        double factor = Math.max(1, chi / freedom);
        return new Line(intercept, slope, interceptVariance * factor, slopeVariance * factor, covariance * factor);
    }

    double at(double rows) {
        return intercept + slope * rows;
    }

    double variance(double rows) {
        return interceptVariance + 2 * rows * covariance + rows * rows * slopeVariance;
    }
}
