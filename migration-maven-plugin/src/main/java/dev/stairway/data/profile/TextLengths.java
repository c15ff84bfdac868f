package dev.stairway.data.profile;

import dev.stairway.data.profile.ColumnProfile.TextLength;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.ValueType;

/** Texts that are as long as those of a profile: between its bounds, and on average what it says. */
final class TextLengths {

    private static final String FILLING = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do ";

    /** Multiples of it leave no gap: https://en.wikipedia.org/wiki/Low-discrepancy_sequence#Additive_recurrence */
    private static final double GOLDEN = 0.618_033_988_749_894_8;

    private final int min;
    private final int max;
    private final double average;

    TextLengths(TextLength wanted, ValueType type, Limits limits) {
        int longest = Math.min(limits.maxLength(), type.length() == 0 ? Integer.MAX_VALUE : type.length());
        max = Math.min(longest, Math.max(limits.minLength(), wanted.max()));
        min = Math.min(max, Math.max(limits.minLength(), wanted.min()));
        average = Math.min(max, Math.max(min, wanted.average()));
    }

    /** Different texts for different numbers, as far as their lengths leave room for that. */
    String text(long number, Dice.Source dice) {
        int length = length(number, Spread.unit(dice.roll(-3)));
        String token = Long.toString(number, Character.MAX_RADIX);
        if (token.length() >= length) {
            return token.substring(token.length() - length);
        }
        StringBuilder text = new StringBuilder(length).append(token).append(' ');
        while (text.length() < length) {
            text.append(FILLING, 0, Math.min(FILLING.length(), length - text.length()));
        }
        return text.toString().stripTrailing().length() == length
                ? text.toString()
                : text.replace(length - 1, length, "x").toString();
    }

    /** Below the average or above it, so often that the average is met; a few numbers already lie evenly between the bounds. */
    private int length(long number, double offset) {
        if (max <= min) {
            return min;
        }
        double below = (max - average) / (max - min);
        double choice = (offset + (number & 0xFFFFFFFL) * GOLDEN) % 1;
        double from = choice < below ? min : average;
        double to = choice < below ? average : max;
        double at = choice < below ? choice / Math.max(1e-12, below) : (choice - below) / Math.max(1e-12, 1 - below);
        return (int) Math.max(min, Math.min(max, Math.round(from + at * (to - from))));
    }
}
