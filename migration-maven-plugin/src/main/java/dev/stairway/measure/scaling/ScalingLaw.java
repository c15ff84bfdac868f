package dev.stairway.measure.scaling;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one figure grows with the rows, told from at least three sizes, and what it will be at another size. It rather says that
 * it does not know than that something costs nothing.
 */
public final class ScalingLaw {

    private static final int SIZES = 3;

    /** The largest size must be that many times the next one that the exponent is taken from. */
    private static final double APART = 3;

    /** Fewer rows than that fit into a few pages, so that making an index of them costs what an empty one costs. */
    private static final long TELLING = 1_000;

    /** Sorting grows with n log n, which is an exponent of 1.1 between thousands and millions; this is linear to a user. */
    private static final double LINEAR = 1.15;

    /** From here on, if the sizes are sure of it, it is called worse. */
    private static final double WORSE = 1.3;

    /**
     * How far from 1 the exponent of a linear cost usually is, and how far it may change where no size shows it: caches that
     * are full, sorts that spill, pages that split. Standard deviation.
     */
    private static final double BEND = 0.06;

    /** Two-sided 95 % of the normal distribution. */
    private static final double Z = 1.959964;

    private final Shape shape;
    private final String why;
    private final Line line;
    private final Exponent exponent;
    private final List<Size> sizes;
    private final Noise noise;

    /** @param sigma standard deviation */
    private record Exponent(double value, double sigma) {}

    private ScalingLaw(Shape shape, String why, Line line, Exponent exponent, List<Size> sizes, Noise noise) {
        this.shape = shape;
        this.why = why;
        this.line = line;
        this.exponent = exponent;
        this.sizes = sizes;
        this.noise = noise;
    }

    /**
     * The law of times.
     *
     * @param work what the counters of the same step say: they see growth long before a clock does. Null or {@link
     *     Shape#UNKNOWN} where there are none
     */
    public static ScalingLaw ofMillis(List<Size> sizes, Shape work) {
        return of(sizes, Noise.MILLIS).with(work);
    }

    /** The law of counted work, with the difference that is none. */
    public static ScalingLaw ofWork(List<Size> sizes, double floor) {
        return of(sizes, Noise.work(floor));
    }

    static ScalingLaw of(List<Size> unsorted, Noise noise) {
        List<Size> sizes =
                unsorted.stream().sorted(Comparator.comparingLong(Size::rows)).toList();
        long distinct = sizes.stream().mapToLong(Size::rows).distinct().count();
        if (distinct < SIZES) {
            return unknown("it takes three sizes, there " + (distinct == 1 ? "is " : "are ") + distinct, sizes, noise);
        }
        Size first = sizes.get(0);
        Size last = sizes.get(sizes.size() - 1);
        Size middle = middle(sizes, last);
        if (middle == null) {
            return unknown(
                    "the sizes are too near each other: the largest one, " + last.rows()
                            + " rows, must be three times a smaller one that is not the smallest",
                    sizes,
                    noise);
        }
        if (!grows(sizes, noise)) {
            if (last.rows() < TELLING) {
                return unknown(
                        "tables of up to " + last.rows()
                                + " rows fit into a few pages, whatever is done to them; measure larger sizes",
                        sizes,
                        noise);
            }
            return new ScalingLaw(Shape.METADATA_ONLY, "", flat(sizes, noise), null, sizes, noise);
        }
        Exponent exponent = exponent(first, middle, last, noise);
        boolean worse = exponent.value > WORSE && exponent.value - 2 * exponent.sigma > LINEAR;
        return new ScalingLaw(
                worse ? Shape.WORSE : Shape.LINEAR, "", Line.through(sizes, noise), exponent, sizes, noise);
    }

    private static ScalingLaw unknown(String why, List<Size> sizes, Noise noise) {
        return new ScalingLaw(Shape.UNKNOWN, why, null, null, sizes, noise);
    }

    /** The largest size that is far enough below the largest of all; null when that is the smallest. */
    private static Size middle(List<Size> sizes, Size last) {
        for (int i = sizes.size() - 2; i > 0; i--) {
            Size size = sizes.get(i);
            if (size.rows() * APART <= last.rows() && size.rows() > sizes.get(0).rows()) {
                return size;
            }
        }
        return null;
    }

    private static boolean grows(List<Size> sizes, Noise noise) {
        Size first = sizes.get(0);
        Size last = sizes.get(sizes.size() - 1);
        return last.value() - first.value() > seen(first, last, noise);
    }

    /** Least growth that is seen between two sizes. */
    private static double seen(Size first, Size last, Noise noise) {
        return 2 * Math.sqrt(noise.variance(first) + noise.variance(last));
    }

    private static Line flat(List<Size> sizes, Noise noise) {
        double weights = 0;
        double sum = 0;
        for (Size size : sizes) {
            double weight = 1 / noise.variance(size);
            weights += weight;
            sum += weight * size.value();
        }
        return new Line(sum / weights, 0, 1 / weights, 0, 0);
    }

    /** Growth above the smallest size, so that what it costs on an empty table does not flatten it. */
    private static Exponent exponent(Size first, Size middle, Size last, Noise noise) {
        double decades = Math.log((double) (last.rows() - first.rows()) / (middle.rows() - first.rows()));
        double near = Math.sqrt(noise.variance(middle) + noise.variance(first));
        double far = Math.sqrt(noise.variance(last) + noise.variance(first));
        double before = middle.value() - first.value();
        double growth = last.value() - first.value();
        // Growth below the noise is taken to be as large as the noise, which makes the exponent too small, not too
        // large.
        double value = Math.log(growth / Math.max(before, near)) / decades;
        double least = Math.log(Math.max(growth - 2 * far, near) / (Math.max(before, 0) + 2 * near)) / decades;
        return new Exponent(value, Math.max(0, value - least) / 2);
    }

    private ScalingLaw with(Shape work) {
        if (shape != Shape.METADATA_ONLY || work == Shape.METADATA_ONLY) {
            return this;
        }
        long most = sizes.get(sizes.size() - 1).rows();
        if (work == Shape.LINEAR || work == Shape.WORSE) {
            return unknown(
                    "the work grows with the rows, the times up to " + most
                            + " rows do not show it yet; measure larger sizes",
                    sizes,
                    noise);
        }
        // Nobody counts. What is hidden in the noise must stay small on a table ten times as large.
        return most >= 100_000
                ? this
                : unknown(
                        "times up to " + most + " rows are too short to tell growth from noise; measure larger sizes",
                        sizes,
                        noise);
    }

    public Shape shape() {
        return shape;
    }

    public String why() {
        return why;
    }

    public Double intercept() {
        return line == null ? null : line.intercept();
    }

    public Double slope() {
        return line == null ? null : line.slope();
    }

    public Double exponent() {
        return exponent == null ? null : exponent.value;
    }

    /** What it will be at that size; empty when the law is unknown. */
    public Optional<Forecast> at(long rows) {
        return switch (shape) {
            case UNKNOWN -> Optional.empty();
            case METADATA_ONLY -> Optional.of(unchanged());
            case LINEAR -> Optional.of(linear(rows));
            case WORSE -> Optional.of(power(rows));
        };
    }

    private Forecast unchanged() {
        double sigma =
                Math.sqrt(sizes.stream().mapToDouble(noise::variance).max().orElseThrow());
        return around(line.intercept(), sigma);
    }

    /**
     * Beyond the largest size the line bends as far as the sizes are sure of it: workers that join in, sorts and caches make
     * most costs grow a little less or more than in proportion, and on ten times the rows a little is a quarter.
     */
    private Forecast linear(long rows) {
        double beyond = Math.max(0, Math.log((double) rows / largest().rows()));
        double sure = BEND * BEND / (BEND * BEND + exponent.sigma * exponent.sigma);
        double bend = Math.exp(sure * (exponent.value - 1) * beyond);
        double growth = line.slope() * rows * bend;
        double left = BEND * Math.sqrt(1 - sure) + BEND / 2;
        return around(
                line.intercept() + growth, Math.hypot(bend * Math.sqrt(line.variance(rows)), growth * beyond * left));
    }

    private Forecast power(long rows) {
        Size first = sizes.get(0);
        double growth = largest().value() - first.value();
        double ratio =
                Math.log((double) Math.max(1, rows - first.rows()) / (largest().rows() - first.rows()));
        double off = Z * Math.hypot(exponent.sigma, BEND) * Math.abs(ratio);
        double far = Z * Math.sqrt(noise.variance(largest())) / growth;
        double value = growth * Math.exp(exponent.value * ratio);
        double spread = Math.exp(Math.hypot(off, far));
        return new Forecast(first.value() + value, first.value() + value / spread, first.value() + value * spread);
    }

    private Forecast around(double value, double sigma) {
        boolean positive = sizes.stream().allMatch(size -> size.value() >= 0);
        double low = value - Z * sigma;
        return new Forecast(value, positive ? Math.max(0, low) : low, value + Z * sigma);
    }

    private Size largest() {
        return sizes.get(sizes.size() - 1);
    }

    @Override
    public String toString() {
        return shape
                + (line == null
                        ? " (" + why + ")"
                        : String.format(
                                Locale.ROOT,
                                " %.3g + %.3g * rows, exponent %s",
                                line.intercept(),
                                line.slope(),
                                exponent == null
                                        ? "none"
                                        : String.format(Locale.ROOT, "%.2f +- %.2f", exponent.value, exponent.sigma)));
    }
}
