package dev.stairway.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** From values to places of a drawing. Zero is drawn on a logarithmic axis too: one decade under the least. */
final class Axis {

    private static final int STEPS = 4;

    private final boolean logarithmic;
    private final double low;
    private final double high;
    private final double step;
    private final double from;
    private final double to;

    private Axis(boolean logarithmic, double low, double high, double step, double from, double to) {
        this.logarithmic = logarithmic;
        this.low = low;
        this.high = high > low ? high : low + 1;
        this.step = step;
        this.from = from;
        this.to = to;
    }

    /** From zero. */
    static Axis linear(double largest, double from, double to) {
        return linear(largest, 1, from, to);
    }

    /** @param unit that round values are round in */
    static Axis linear(double largest, double unit, double from, double to) {
        double step = step(largest / unit) * unit;
        return new Axis(false, 0, Math.ceil(largest / step) * step, step, from, to);
    }

    /** @param least positive */
    static Axis logarithmic(double least, double largest, double from, double to) {
        double low = Math.floor(Math.log10(least));
        double high = Math.ceil(Math.log10(largest));
        return new Axis(true, low, high, Math.max(1, Math.ceil((high - low) / STEPS)), from, to);
    }

    /** A decade more for zero, and no more room than the values need. */
    static Axis rows(long least, long largest, boolean zero, double from, double to) {
        double low = Math.log10(Math.max(1, least));
        return new Axis(true, zero ? low - 1 : low, Math.log10(Math.max(1, largest)), 1, from, to);
    }

    double at(double value) {
        double place = logarithmic ? (value <= 0 ? low : Math.log10(value)) : value;
        double share = Math.max(0, Math.min(1, (place - low) / (high - low)));
        return from + share * (to - from);
    }

    /** At round values. */
    List<Plot.Tick> ticks(DoubleFunction<String> text) {
        List<Plot.Tick> ticks = new ArrayList<>();
        for (double place = low; place <= high + step / 1000; place += step) {
            double value = logarithmic ? Math.pow(10, place) : place;
            ticks.add(new Plot.Tick(at(value), text.apply(value)));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double largest) {
        if (largest <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest / STEPS)));
        double digits = largest / STEPS / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }
}
