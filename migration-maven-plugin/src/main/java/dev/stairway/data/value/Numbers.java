package dev.stairway.data.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Numbers inside the range and scale of their type. */
final class Numbers {

    private static final BigInteger MONEY_LIMIT = BigInteger.valueOf(Long.MAX_VALUE);
    private static final List<String> FLOAT_SPECIALS = List.of("NaN", "Infinity", "-Infinity");
    private static final int LOOSE_DIGITS = 18;

    private Numbers() {}

    static String make(ValueType type, Limits limits, Dice dice, boolean tame) {
        boolean free = !limits.bounded();
        if (free && !tame && dice.oneIn(10)) {
            return extreme(type, dice);
        }
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale(type));
        BigDecimal low = limits.lowNumber(step).orElse(null);
        BigDecimal high = limits.highNumber(step).orElse(null);
        if (low == null && high == null) {
            return ordinary(type, dice, tame);
        }
        BigDecimal from = low == null ? high.subtract(step.multiply(BigDecimal.valueOf(1000))) : low;
        BigDecimal to = high == null ? low.add(step.multiply(BigDecimal.valueOf(1000))) : high;
        from = from.max(lowest(type));
        to = to.min(highest(type));
        return between(from, to, step, dice.nextLong(), scale(type));
    }

    /** A number that differs for each ordinal from 0 on, as long as the limits leave room; empty when exhausted. */
    static String unique(ValueType type, Limits limits, long ordinal) {
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale(type));
        BigDecimal top = limits.highNumber(step).orElse(highest(type)).min(highest(type));
        BigDecimal low = limits.lowNumber(step).orElse(top.signum() > 0 ? BigDecimal.ONE : lowest(type));
        BigDecimal first = roundUp(low.max(lowest(type)), scale(type));
        BigDecimal value = first.add(step.multiply(BigDecimal.valueOf(ordinal)));
        return value.compareTo(top) <= 0 ? value.toPlainString() : "";
    }

    private static String between(BigDecimal from, BigDecimal to, BigDecimal step, long random, int scale) {
        BigDecimal first = roundUp(from, scale);
        BigInteger room =
                to.subtract(first).divideToIntegralValue(step).toBigInteger().add(BigInteger.ONE);
        if (room.signum() <= 0) {
            return from.toPlainString();
        }
        BigInteger pick = new BigInteger(Long.toUnsignedString(random)).mod(room);
        return first.add(step.multiply(new BigDecimal(pick))).toPlainString();
    }

    private static BigDecimal roundUp(BigDecimal number, int scale) {
        return number.setScale(scale, java.math.RoundingMode.CEILING);
    }

    private static String ordinary(ValueType type, Dice dice, boolean tame) {
        long magnitude = tame ? 100 : 10_000;
        BigDecimal whole = BigDecimal.valueOf(dice.below(magnitude));
        if (!tame && dice.oneIn(6)) {
            whole = whole.negate();
        }
        if (type.base().isInteger()) {
            return clamp(whole, type).toPlainString();
        }
        boolean loose = type.base() == Base.DECIMAL && type.precision() == 0;
        int digits = loose ? dice.below(5) : scale(type);
        BigDecimal fraction = BigDecimal.valueOf(digits <= 0 ? 0 : dice.below(pow10(Math.min(digits, 9))));
        return clamp(whole.add(fraction.movePointLeft(digits)), type)
                .setScale(digits, java.math.RoundingMode.DOWN)
                .toPlainString();
    }

    private static long pow10(int exponent) {
        return BigInteger.TEN.pow(exponent).longValueExact();
    }

    private static BigDecimal clamp(BigDecimal number, ValueType type) {
        BigDecimal highest = highest(type);
        if (number.abs().compareTo(highest) <= 0) {
            return number.max(lowest(type));
        }
        return number.remainder(highest.add(BigDecimal.ONE.scaleByPowerOfTen(-scale(type))))
                .max(lowest(type));
    }

    private static String extreme(ValueType type, Dice dice) {
        if (type.base() == Base.FLOAT32 || type.base() == Base.FLOAT64) {
            return floatExtreme(type, dice);
        }
        return switch (dice.below(3)) {
            case 0 -> lowest(type).toPlainString();
            case 1 -> highest(type).toPlainString();
            default -> BigDecimal.ZERO.setScale(Math.max(0, scale(type))).toPlainString();
        };
    }

    private static String floatExtreme(ValueType type, Dice dice) {
        boolean single = type.base() == Base.FLOAT32;
        return switch (dice.below(5)) {
            case 0 -> "-0.0";
            case 1 -> single ? "3.4028235e38" : "1.7976931348623157e308";
            case 2 -> single ? "1.17549435e-38" : "2.2250738585072014e-308";
            case 3 -> "0.1";
            default -> {
                String special = dice.pick(FLOAT_SPECIALS);
                yield type.special() ? special : "-1.5e10";
            }
        };
    }

    /** Digits after the point that the type keeps; floats keep three, which any float can hold. */
    static int scale(ValueType type) {
        return switch (type.base()) {
            case DECIMAL -> type.precision() == 0 ? 0 : type.scale();
            case MONEY -> 2;
            case FLOAT32, FLOAT64 -> 3;
            default -> 0;
        };
    }

    static BigDecimal highest(ValueType type) {
        return switch (type.base()) {
            case INT16 -> BigDecimal.valueOf(Short.MAX_VALUE);
            case INT32 -> BigDecimal.valueOf(Integer.MAX_VALUE);
            case INT64 -> BigDecimal.valueOf(Long.MAX_VALUE);
            case UNSIGNED32 -> BigDecimal.valueOf(0xFFFFFFFFL);
            case MONEY -> new BigDecimal(MONEY_LIMIT, 2);
            case DECIMAL -> new BigDecimal(digits(type), Math.max(type.scale(), -1000));
            default -> BigDecimal.valueOf(1_000_000);
        };
    }

    private static BigInteger digits(ValueType type) {
        int digits = type.precision() == 0 ? LOOSE_DIGITS : type.precision();
        return BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
    }

    static BigDecimal lowest(ValueType type) {
        return switch (type.base()) {
            case INT16 -> BigDecimal.valueOf(Short.MIN_VALUE);
            case INT32 -> BigDecimal.valueOf(Integer.MIN_VALUE);
            case INT64 -> BigDecimal.valueOf(Long.MIN_VALUE);
            case UNSIGNED32 -> BigDecimal.ZERO;
            default -> highest(type).negate();
        };
    }
}
