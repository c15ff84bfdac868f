package dev.stairway.compare.behaviour;

import dev.stairway.compare.Databases;
import dev.stairway.compare.behaviour.Answers.Camp;
import dev.stairway.compare.behaviour.Answers.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Answers of databases in words. */
final class AnswerText {

    private static final int LONGEST = 60;

    private AnswerText() {}

    /**
     * {@code sqlite 3.54 accepts 51 characters in varchar(50), postgresql 18 refuses it (too long): customer.email and 22 more
     * columns}.
     *
     * @param columns in how many columns it was seen
     */
    static String sentence(Answers answers, int columns) {
        String where = answers.probe().subject().name();
        String others =
                columns < 2 ? "" : columns == 2 ? " and 1 more column" : " and " + (columns - 1) + " more columns";
        return (answers.gap() == Gap.ACCEPTANCE ? accepted(answers) : different(answers)) + ": " + where + others;
    }

    /** Who accepts comes first. */
    private static String accepted(Answers answers) {
        List<Camp> camps = new ArrayList<>(answers.camps());
        camps.sort(Comparator.comparing(camp -> !camp.told().accepted()));
        List<String> parts = new ArrayList<>();
        for (Camp camp : camps) {
            String what = parts.isEmpty() ? answers.probe().what() : "it";
            String ending = camp.databases().size() > 1 ? " " : "s ";
            String does = camp.told().accepted()
                    ? " accept" + ending + what
                    : " refuse" + ending + what + " (" + camp.told().refusal().words() + ")";
            parts.add(who(camp) + does);
        }
        return String.join(", ", parts);
    }

    private static String different(Answers answers) {
        return answers.camps().stream()
                .map(camp -> value(answers.gap(), camp.told()) + " on " + who(camp))
                .collect(Collectors.joining(", ", answers.probe().what() + " is ", ""));
    }

    private static String who(Camp camp) {
        return Databases.words(new ArrayList<>(camp.databases()));
    }

    private static String value(Gap gap, Told told) {
        if (!told.accepted()) {
            return "refused (" + told.refusal().words() + ")";
        }
        return shortened(
                gap == Gap.SPELLING ? told.stored().shown() : told.stored().canonical());
    }

    /** What one side says, for evidence. */
    static String says(Gap gap, Told told) {
        if (!told.accepted()) {
            return "refuses it (" + told.refusal().words() + "): " + told.error();
        }
        String value =
                gap == Gap.VALUE ? told.stored().canonical() : told.stored().shown();
        return value == null && gap == Gap.ACCEPTANCE ? "accepts it" : "accepts it: " + shortened(value);
    }

    /** Blanks at either end are shown by quotes around the value. */
    static String shortened(String value) {
        if (value == null) {
            return "NULL";
        }
        String quote = value.equals(value.strip()) && !value.isEmpty() ? "" : "'";
        int length = value.codePointCount(0, value.length());
        return length <= LONGEST
                ? quote + value + quote
                : quote + value.substring(0, value.offsetByCodePoints(0, LONGEST / 4)) + "..." + quote + " (" + length
                        + " characters)";
    }
}
