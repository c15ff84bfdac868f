package dev.stairway.data.value;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers, dates and times by arithmetic. */
final class ScalarMakers {

    private static final long ORDINARY = 10_000;
    private static final int NEGATIVE = 6;
    private static final int MOST_DIGITS = 17;
    private static final long DAY = 86_400;

    /** Values from low to high, both included. */
    private record Range(long low, long high) {

        long size() {
            return high - low + 1;
        }
    }

    private ScalarMakers() {}

    /** Any value within the limits; empty where only objects could say it. */
    static Optional<Scalar> any(ValueType type, Limits limits, Dice.Source dice) {
        if (type.base().isNumber()) {
            return Optional.ofNullable(number(type, limits, dice)).map(scalar -> without(type, limits, scalar));
        }
        if (type.base() == Base.DATE || type.base() == Base.TIMESTAMP || type.base() == Base.TIMESTAMP_ZONED) {
            long unit = type.base() == Base.DATE ? DAY : 1;
            Range range = seconds(type, limits, unit);
            return range.size() <= 0
                    ? Optional.empty()
                    : Optional.of(moment(type, row -> range.low() + Dice.below(dice.roll(row), range.size()) * unit));
        }
        return Optional.empty();
    }

    /** A value that differs for each ordinal; those of later ordinals are larger. */
    static Optional<Unique> unique(ValueType type, Limits limits, Scalar.Numbering ordinals) {
        if (type.base().isNumber()) {
            return numbers(type, limits)
                    .map(range -> new Unique(number(type, row -> range.low() + ordinals.number(row)), range.size()));
        }
        boolean date = type.base() == Base.DATE;
        if (!date && type.base() != Base.TIMESTAMP && type.base() != Base.TIMESTAMP_ZONED || limits.bounded()) {
            return Optional.empty();
        }
        long unit = date ? DAY : 1;
        long end = LocalDateTime.of(9999, 12, 31, 0, 0).toEpochSecond(ZoneOffset.UTC);
        return Optional.of(new Unique(
                moment(type, row -> Times.FIRST_SECOND + ordinals.number(row) * unit),
                (end - Times.FIRST_SECOND) / unit));
    }

    private static Scalar number(ValueType type, Limits limits, Dice.Source dice) {
        int scale = Numbers.scale(type);
        if (limits.bounded()) {
            Range range = bounded(type, limits);
            return range == null ? null : number(type, row -> range.low() + Dice.below(dice.roll(row), range.size()));
        }
        if (scale < 0 || scale > 9) {
            return null;
        }
        long most = Math.min(ORDINARY * BigDecimal.TEN.pow(scale).longValueExact(), top(type, scale) + 1);
        boolean signed = type.base() != Base.UNSIGNED32;
        return number(type, row -> {
            long roll = dice.roll(row);
            long value = Dice.below(roll, most);
            return signed && (int) (roll & 0xFFFF) % NEGATIVE == 0 ? -value : value;
        });
    }

    /** Where a number is excluded, the next one that is not takes its place. */
    private static Scalar without(ValueType type, Limits limits, Scalar scalar) {
        Set<Long> excluded = limits.excludedNumbers().stream()
                .map(number -> number.scaleByPowerOfTen(Numbers.scale(type)).longValue())
                .collect(Collectors.toSet());
        return excluded.isEmpty()
                ? scalar
                : number(type, row -> {
                    long number = scalar.number(row);
                    while (excluded.contains(number)) {
                        number++;
                    }
                    return number;
                });
    }

    private static long top(ValueType type, int scale) {
        BigDecimal top = Numbers.highest(type).scaleByPowerOfTen(scale);
        return top.precision() > MOST_DIGITS ? Long.MAX_VALUE - 1 : top.longValue();
    }

    private static Range bounded(ValueType type, Limits limits) {
        int scale = Numbers.scale(type);
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        BigDecimal low = limits.lowNumber(step).orElse(null);
        BigDecimal high = limits.highNumber(step).orElse(null);
        if (low == null && high == null) {
            return null;
        }
        BigDecimal width = step.multiply(BigDecimal.valueOf(ORDINARY));
        BigDecimal from = (low == null ? high.subtract(width) : low).max(Numbers.lowest(type));
        BigDecimal to = (high == null ? low.add(width) : high).min(Numbers.highest(type));
        return range(from, to, scale).orElse(null);
    }

    /** All the numbers that unique values may be, see {@link Numbers#unique}. */
    private static Optional<Range> numbers(ValueType type, Limits limits) {
        int scale = Numbers.scale(type);
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        BigDecimal highest = Numbers.highest(type);
        BigDecimal top = limits.highNumber(step).orElse(highest).min(highest);
        BigDecimal low = limits.lowNumber(step).orElse(top.signum() > 0 ? BigDecimal.ONE : Numbers.lowest(type));
        BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE / 4, scale);
        return range(low.max(Numbers.lowest(type)), top.min(most), scale);
    }

    private static Optional<Range> range(BigDecimal from, BigDecimal to, int scale) {
        BigDecimal low = from.setScale(scale, java.math.RoundingMode.CEILING);
        BigDecimal high = to.setScale(scale, java.math.RoundingMode.FLOOR);
        boolean fits = scale >= 0
                && low.precision() <= MOST_DIGITS + 2
                && low.unscaledValue().bitLength() < 62
                && high.unscaledValue().bitLength() < 62
                && low.compareTo(high) <= 0;
        return fits
                ? Optional.of(new Range(
                        low.unscaledValue().longValue(), high.unscaledValue().longValue()))
                : Optional.empty();
    }

    private static Scalar number(ValueType type, Scalar.Numbering numbering) {
        int scale = Numbers.scale(type);
        return new Made(numbering, "number of scale " + scale) {
            @Override
            public void put(long number, Cells out) {
                if (scale == 0) {
                    out.number(number);
                } else {
                    out.decimal(number, scale);
                }
            }
        };
    }

    private static Range seconds(ValueType type, Limits limits, long unit) {
        Optional<LocalDateTime> low = limits.lowText().flatMap(Times::parse);
        Optional<LocalDateTime> high = limits.highText().flatMap(Times::parse);
        long from = low.map(bound -> second(bound) + (limits.lowOpen() ? unit : 0))
                .orElseGet(() ->
                        high.map(bound -> second(bound) - Times.SPAN_SECONDS).orElse(Times.FIRST_SECOND));
        long to = high.map(bound -> second(bound) - (limits.highOpen() ? unit : 0))
                .orElse(from + Times.SPAN_SECONDS);
        return new Range(from, from + (to - from) / unit);
    }

    private static long second(LocalDateTime moment) {
        return moment.toEpochSecond(ZoneOffset.UTC);
    }

    private static Scalar moment(ValueType type, Scalar.Numbering numbering) {
        boolean date = type.base() == Base.DATE;
        boolean zoned = type.base() == Base.TIMESTAMP_ZONED;
        byte[] text = new byte[Moments.LONGEST];
        return new Made(numbering, date ? "day" : "second") {
            @Override
            public void put(long second, Cells out) {
                out.plain(text, date ? Moments.date(second, text) : Moments.timestamp(second, zoned, text));
            }
        };
    }

    /** A maker of numbers that has all but their spelling. */
    private abstract static class Made implements Scalar {

        private final Numbering numbering;
        private final String unit;

        Made(Numbering numbering, String unit) {
            this.numbering = numbering;
            this.unit = unit;
        }

        @Override
        public long number(long row) {
            return numbering.number(row);
        }

        @Override
        public String unit() {
            return unit;
        }
    }
}
