package dev.stairway.data.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Dates and times in ISO spelling, which every session setting reads alike. */
final class Times {

    private static final LocalDateTime START = LocalDateTime.of(2001, 1, 1, 0, 0);

    /** Second since 1970 at which ordinary moments start. */
    static final long FIRST_SECOND = START.toEpochSecond(ZoneOffset.UTC);

    /** How far ordinary moments reach. */
    static final long SPAN_SECONDS = 30L * 365 * 86_400;

    private static final int SPAN_DAYS = 30 * 365;

    private static final List<String> DATES = List.of("0001-01-01", "9999-12-31", "2000-02-29", "1970-01-01");
    private static final List<String> MOMENTS = List.of(
            "0001-01-01 00:00:00",
            "9999-12-31 23:59:59.999999",
            "2021-03-28 02:30:00",
            "2020-02-29 23:59:59.999999",
            "1969-12-31 23:59:59");
    private static final List<String> CLOCKS = List.of("00:00:00", "23:59:59.999999", "12:00:00");
    private static final List<String> INTERVALS =
            List.of("00:00:00", "1 mon", "30 days", "-1 days", "1 year 2 mons 3 days 04:05:06.789", "-00:00:01");

    private Times() {}

    static String make(ValueType type, Limits limits, Dice dice, boolean tame) {
        if (type.base() == Base.INTERVAL) {
            return tame || dice.oneIn(2) ? 1 + dice.below(48) + ":00:00" : dice.pick(INTERVALS);
        }
        if (type.base() == Base.TIME || type.base() == Base.TIME_ZONED) {
            String clock = !tame && dice.oneIn(6) ? dice.pick(CLOCKS) : clock(dice.below(86_400));
            return type.base() == Base.TIME_ZONED ? clock + "+00" : clock;
        }
        if (!tame && !limits.bounded() && dice.oneIn(8)) {
            return extreme(type, dice);
        }
        return moment(type, limits, dice.below(SPAN_SECONDS), dice.below(1_000_000));
    }

    /** A date or time that differs for each ordinal, a day or a second apart; empty when exhausted. */
    static String unique(ValueType type, Limits limits, long ordinal) {
        return switch (type.base()) {
            case TIME -> ordinal >= 86_400 ? "" : clock((int) ordinal);
            case TIME_ZONED -> ordinal >= 86_400 ? "" : clock((int) ordinal) + "+00";
            case INTERVAL -> ordinal + " days";
            default -> moment(type, limits, type.base() == Base.DATE ? ordinal * 86_400 : ordinal, 0);
        };
    }

    private static String extreme(ValueType type, Dice dice) {
        boolean date = type.base() == Base.DATE;
        String text = dice.pick(date ? DATES : MOMENTS);
        // Where a product knows no infinity, the end of the calendar stands in: what is earlier and later stays so.
        if (type.special() && dice.oneIn(2)) {
            if (text.startsWith("0001") || text.startsWith("9999")) {
                return text.startsWith("9") ? "infinity" : "-infinity";
            }
        }
        return type.base() == Base.TIMESTAMP_ZONED ? text + "+00" : text;
    }

    private static String moment(ValueType type, Limits limits, long seconds, int micros) {
        boolean date = type.base() == Base.DATE;
        Optional<LocalDateTime> low = limits.lowText().flatMap(Times::parse);
        Optional<LocalDateTime> high = limits.highText().flatMap(Times::parse);
        ChronoUnit unit = date ? ChronoUnit.DAYS : ChronoUnit.SECONDS;
        LocalDateTime from = low.map(bound -> limits.lowOpen() ? bound.plus(1, unit) : bound)
                .orElseGet(() -> high.map(bound -> bound.minusDays(SPAN_DAYS)).orElse(START));
        long room = high.map(bound -> unit.between(from, bound) + (limits.highOpen() ? 0 : 1))
                .orElse(date ? SPAN_DAYS : SPAN_SECONDS);
        long offset = (date ? seconds / 86_400 : seconds) % Math.max(1, room);
        LocalDateTime moment = from.plus(offset, unit);
        if (date) {
            return moment.toLocalDate().toString();
        }
        String text = moment.toLocalDate() + " " + clock(moment.toLocalTime().toSecondOfDay());
        String fraction = limits.bounded() || micros % 3 == 0
                ? ""
                : "." + String.valueOf(1_000_000 + micros).substring(1);
        return text + fraction + (type.base() == Base.TIMESTAMP_ZONED ? "+00" : "");
    }

    private static String clock(int secondOfDay) {
        String text = LocalTime.ofSecondOfDay(secondOfDay).toString();
        return text.length() == 5 ? text + ":00" : text;
    }

    /** Reads the date or time of a bound; a zone is cut off, which moves the bound by hours at most. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            if (text.length() < 19) {
                return Optional.of(day.atStartOfDay());
            }
            return Optional.of(day.atTime(LocalTime.parse(text.substring(11, 19))));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
