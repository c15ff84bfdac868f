package dev.stairway.data.value;

/** Spells dates and times of the years 1 to 9999 into bytes, in ISO form. */
final class Moments {

    static final int LONGEST = 22;

    private static final int DAY = 86_400;

    private Moments() {}

    /** @return length of the text */
    static int date(long epochSecond, byte[] text) {
        // Days to year, month and day by eras of 400 years that start on a 1 March:
        // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
        long days = Math.floorDiv(epochSecond, DAY) + 719_468;
        long era = Math.floorDiv(days, 146_097);
        int dayOfEra = (int) (days - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        two(year / 100, text, 0);
        two(year % 100, text, 2);
        text[4] = '-';
        two(month, text, 5);
        text[7] = '-';
        two(day, text, 8);
        return 10;
    }

    /** @return length of the text */
    static int timestamp(long epochSecond, boolean zoned, byte[] text) {
        date(epochSecond, text);
        text[10] = ' ';
        int second = (int) Math.floorMod(epochSecond, (long) DAY);
        two(second / 3_600, text, 11);
        text[13] = ':';
        two(second / 60 % 60, text, 14);
        text[16] = ':';
        two(second % 60, text, 17);
        if (!zoned) {
            return 19;
        }
        text[19] = '+';
        two(0, text, 20);
        return LONGEST;
    }

    private static void two(int number, byte[] text, int at) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
