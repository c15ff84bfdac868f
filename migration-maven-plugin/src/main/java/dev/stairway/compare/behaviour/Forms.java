package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.Chance.Kind;
import dev.stairway.data.value.Base;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is left of a value that is another one each time: what it looks like. */
final class Forms {

    private static final Set<Kind> ANY = EnumSet.allOf(Kind.class);
    private static final Pattern UUID =
            Pattern.compile("(?:\\\\x)?[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d.*)?");
    private static final Pattern ZONE = Pattern.compile(".*(?:Z|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final int DAY = "2024-06-15".length();
    private static final int SECOND = "2024-06-15 12:00:00".length();
    private static final Duration RUN = Duration.ofHours(26);
    private static final double DAY_SECONDS = 86_400;
    /** See <a href="https://www.sqlite.org/lang_datefunc.html">julianday</a>: that of 1 January 1970. */
    private static final double JULIAN_EPOCH = 2_440_587.5;

    private final Clock clock;
    private final LocalDate start;

    Forms(Clock clock) {
        this.clock = clock;
        this.start = LocalDate.now(clock);
    }

    /**
     * The form of a value, or the value where none of these kinds can have given it.
     *
     * @param kinds that its column may hold; a moment of this run is one without being told
     * @param text canonical; null for NULL
     */
    String of(Set<Kind> kinds, Base base, String text) {
        if (text == null) {
            return null;
        }
        boolean told = kinds.contains(Kind.MOMENT);
        if ((told || base.isTemporal()) && fresh(text)) {
            return momentForm(text);
        }
        if (told && TIME.matcher(text).matches()) {
            return "the time of the day";
        }
        if (told && base.isNumber() && clockNumber(text)) {
            return "the moment as a number";
        }
        boolean random = kinds.contains(Kind.RANDOM);
        if ((random || kinds.contains(Kind.IDENTITY)) && UUID.matcher(text).matches()) {
            return "a UUID";
        }
        return random ? chance(base, text) : text;
    }

    /**
     * The form of what a default gives.
     *
     * @param kinds what the default calls
     * @param changing true when it was another one when it was asked again
     */
    String ofDefault(Set<Kind> kinds, boolean changing, Base base, String text) {
        boolean later =
                kinds.contains(Kind.MOMENT) && base.isTemporal() && moment(text).isPresent();
        return later ? momentForm(text) : of(changing ? ANY : kinds, base, text);
    }

    /** True for two moments that lie no further apart than a run takes, in whatever zones, and have one form. */
    static boolean near(String left, String right) {
        Optional<LocalDateTime> one = moment(left);
        Optional<LocalDateTime> other = moment(right);
        return one.isPresent()
                && other.isPresent()
                && momentForm(left).equals(momentForm(right))
                && Duration.between(one.get(), other.get()).abs().compareTo(RUN) <= 0;
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(DAY, text.length())));
            boolean time = text.length() >= SECOND
                    && TIME.matcher(text.substring(DAY + 1)).lookingAt();
            return Optional.of(
                    day.atTime(time ? LocalTime.parse(text.substring(DAY + 1, SECOND)) : LocalTime.MIDNIGHT));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static String chance(Base base, String text) {
        return base.isNumber() && Dialect.isNumber(text) ? "any number" : "any " + (base.isNumber() ? "text" : "value");
    }

    /** A day of this run, in whatever zone. */
    private boolean fresh(String text) {
        return moment(text)
                .map(LocalDateTime::toLocalDate)
                .filter(day -> !day.isBefore(start.minusDays(1))
                        && !day.isAfter(LocalDate.now(clock).plusDays(1)))
                .isPresent();
    }

    private static String momentForm(String text) {
        if (text.length() == DAY) {
            return "today";
        }
        return ZONE.matcher(text).matches() ? "the moment and zone" : "the moment";
    }

    /** Seconds or milliseconds since 1970, or days as SQLite counts them. */
    private boolean clockNumber(String text) {
        if (!Dialect.isNumber(text)) {
            return false;
        }
        double number = Double.parseDouble(text);
        double seconds = clock.millis() / 1000.0;
        return Math.abs(number - seconds) < DAY_SECONDS * 2
                || Math.abs(number / 1000 - seconds) < DAY_SECONDS * 2
                || Math.abs((number - JULIAN_EPOCH) * DAY_SECONDS - seconds) < DAY_SECONDS * 2;
    }
}
