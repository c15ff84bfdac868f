package dev.stairway.data.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value has to keep to beyond its type: one column's share of the chosen way through all CHECKs. */
public final class Limits {

    public static final Limits NONE = new Limits();

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]{1,3})?");

    private List<String> allowed = List.of();
    private boolean restricted;
    private boolean open;
    private String fold = "";
    private final List<String> excluded = new ArrayList<>();
    private String low;
    private String high;
    private boolean lowOpen;
    private boolean highOpen;
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private boolean notNull;
    private boolean onlyNull;

    /** Only these values; a second call keeps what both allow. */
    public void allow(List<String> values) {
        List<String> both = new ArrayList<>(values);
        if (restricted && !open) {
            both.retainAll(allowed);
        }
        allowed = List.copyOf(both);
        restricted = true;
        open = false;
    }

    /** Values like these, of which there are more. */
    public void allowLike(List<String> examples) {
        if (!restricted) {
            allow(examples);
            open = true;
        }
    }

    /** True when the allowed values are only examples. */
    public boolean open() {
        return open;
    }

    /** Only values that this function, upper or lower, leaves as they are. */
    public void fold(String function) {
        fold = function;
    }

    boolean foldsCase() {
        return !fold.isEmpty();
    }

    String folded(String text) {
        return switch (fold) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "btrim", "trim" -> text.strip();
            default -> text;
        };
    }

    public void exclude(List<String> values) {
        excluded.addAll(values);
    }

    public void atLeast(String bound, boolean open) {
        if (low == null || higher(bound, low)) {
            low = bound;
            lowOpen = open;
        }
    }

    public void atMost(String bound, boolean open) {
        if (high == null || higher(high, bound)) {
            high = bound;
            highOpen = open;
        }
    }

    public void lengthAtLeast(int characters) {
        minLength = Math.max(minLength, characters);
    }

    public void lengthAtMost(int characters) {
        maxLength = Math.min(maxLength, Math.max(0, characters));
    }

    public void requireValue() {
        notNull = true;
    }

    public void requireNull() {
        onlyNull = true;
    }

    public boolean onlyNull() {
        return onlyNull;
    }

    public boolean notNull() {
        return notNull;
    }

    public boolean restricted() {
        return restricted;
    }

    /** The values that are left, when only some are allowed. */
    public List<String> allowed() {
        return allowed.stream().filter(value -> !excluded.contains(value)).toList();
    }

    List<BigDecimal> excludedNumbers() {
        return excluded.stream().flatMap(text -> number(text).stream()).toList();
    }

    public boolean excludes(String value) {
        return excluded.contains(value);
    }

    public int minLength() {
        return minLength;
    }

    public int maxLength() {
        return maxLength;
    }

    /** True when some of the type's values are ruled out. */
    public boolean limited() {
        return restricted
                || bounded()
                || minLength > 0
                || maxLength < Integer.MAX_VALUE
                || !fold.isEmpty()
                || !excluded.isEmpty();
    }

    boolean bounded() {
        return low != null || high != null;
    }

    Optional<String> lowText() {
        return Optional.ofNullable(low);
    }

    Optional<String> highText() {
        return Optional.ofNullable(high);
    }

    boolean lowOpen() {
        return lowOpen;
    }

    boolean highOpen() {
        return highOpen;
    }

    /** The lower bound as an inclusive number for values that lie a step apart. */
    Optional<BigDecimal> lowNumber(BigDecimal step) {
        return number(low).map(bound -> lowOpen ? bound.add(step) : bound);
    }

    /** The upper bound as an inclusive number for values that lie a step apart. */
    Optional<BigDecimal> highNumber(BigDecimal step) {
        return number(high).map(bound -> highOpen ? bound.subtract(step) : bound);
    }

    private static boolean higher(String a, String b) {
        Optional<BigDecimal> left = number(a);
        Optional<BigDecimal> right = number(b);
        return left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) > 0 : a.compareTo(b) > 0;
    }

    /** Reads a number, or says that it is none. */
    public static Optional<BigDecimal> number(String text) {
        if (text == null
                || text.isBlank()
                || text.length() > 400
                || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
