package dev.stairway.fingerprint.generic;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as PostgreSQL spells them in ISO form and UTC: a fraction has no zeros at its end.
 *
 * <p>A moment that is stored with another offset than UTC keeps it: the same moment with another offset is another value.
 */
final class Moments {

    private static final Pattern FRACTION = Pattern.compile("(:\\d\\d)\\.(\\d*?)0*(?=$|[-+Z ])");
    private static final Pattern UTC = Pattern.compile(" ?(Z|[-+]00(:?00)?)$");
    private static final Pattern ZONED =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[ T][0-9:.]+)([-+]\\d\\d(?::?\\d\\d)?)$");

    private Moments() {}

    static String canonical(String text) {
        String plain = text.replace('T', ' ');
        Matcher fraction = FRACTION.matcher(plain);
        if (fraction.find()) {
            String digits = fraction.group(2);
            plain = plain.substring(0, fraction.start())
                    + fraction.group(1)
                    + (digits.isEmpty() ? "" : "." + digits)
                    + plain.substring(fraction.end());
        }
        String inUtc = UTC.matcher(plain).replaceFirst("+00");
        return inUtc.endsWith("+00") ? inUtc : withOffset(inUtc);
    }

    /** The moment in UTC and the offset behind it. */
    private static String withOffset(String text) {
        Matcher zoned = ZONED.matcher(text);
        if (!zoned.matches()) {
            return text;
        }
        try {
            String offset = zoned.group(2).length() == 3 ? zoned.group(2) + ":00" : zoned.group(2);
            OffsetDateTime moment = OffsetDateTime.parse(zoned.group(1).replace(' ', 'T') + offset);
            return moment.toInstant() + " at " + offset;
        } catch (DateTimeException unusual) {
            // A year beyond four digits or before Christ: as the driver spells it.
            return text;
        }
    }
}
