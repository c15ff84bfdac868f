package dev.stairway.report.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers with their units, the same in every locale. */
public final class Units {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    static final String NOTHING = "–";

    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final char THIN_SPACE = '\u202f';

    private Units() {}

    /** Null becomes a dash. */
    public static String millis(Double millis) {
        if (millis == null || millis.isNaN()) {
            return NOTHING;
        }
        if (millis < 0.995) {
            return decimal(millis, 2) + " ms";
        }
        if (millis < 99.95) {
            return decimal(millis, 1) + " ms";
        }
        if (millis < 999.5) {
            return Math.round(millis) + " ms";
        }
        return millis < 59_995 ? decimal(millis / 1000, 2) + " s" : minutes(Math.round(millis / 1000));
    }

    /** Rounded half up; a report of a thousand migrations has fifty thousand figures, too many for a formatter. */
    private static String decimal(double value, int digits) {
        long scale = digits == 1 ? 10 : 100;
        long scaled = Math.round(value * scale);
        String fraction = Long.toString(scaled % scale);
        return scaled / scale + "." + "0".repeat(digits - fraction.length()) + fraction;
    }

    static String millis(long millis) {
        return millis == 0 ? "0 ms" : millis((double) millis);
    }

    private static String minutes(long seconds) {
        if (seconds >= 7200) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
        }
        return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    static String ratio(Double ratio) {
        return ratio == null ? NOTHING : "× " + decimal(ratio, 2);
    }

    /** More or less memory than before; null becomes a dash. */
    static String change(Long bytes) {
        if (bytes == null) {
            return NOTHING;
        }
        return (bytes > 0 ? "+" : "") + bytes((double) bytes);
    }

    /** An amount of memory. */
    static String bytes(double bytes) {
        double size = Math.abs(bytes);
        int unit = 0;
        while (size >= 1023.95 && unit < BINARY.length - 1) {
            size /= 1024;
            unit++;
        }
        String amount = unit == 0 ? Long.toString(Math.round(size)) : decimal(size, 1);
        return (bytes < 0 ? "−" : "") + amount + " " + BINARY[unit];
    }

    /** Digits in groups of three. */
    public static String count(long number) {
        return number < 1000 && number > -1000
                ? Long.toString(number)
                : String.format(Locale.ROOT, "%,d", number).replace(',', THIN_SPACE);
    }

    /** The word in the singular for one, else with an s. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** An ISO instant to the minute; anything else as it is. */
    static String instant(String iso) {
        try {
            return iso.isEmpty() ? NOTHING : MINUTES.format(Instant.parse(iso));
        } catch (DateTimeParseException notAnInstant) {
            return iso;
        }
    }
}
