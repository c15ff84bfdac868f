package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Words;
import java.util.List;
import java.util.Set;

/**
 * Something that servers know only from a version on.
 *
 * @param since the first major version that knows it
 * @param what for people: {@code UNIQUE NULLS NOT DISTINCT}
 * @param instead what every version knows
 * @param begin words that the statement begins with, each a choice of words; empty for any statement
 * @param sequence words that stand in it one after the other, each a choice of words or {@code *}
 */
record Gate(int since, String what, String instead, List<Set<String>> begin, List<Set<String>> sequence) {

    private static final String ANY = "*";

    /** @param words {@code CREATE TABLE|INDEX ... NULLS NOT DISTINCT}; what stands before the dots begins the statement */
    static Gate of(int since, String what, String words, String instead) {
        int dots = words.indexOf("...");
        String begin = dots < 0 ? "" : words.substring(0, dots);
        String sequence = dots < 0 ? words : words.substring(dots + 3);
        return new Gate(since, what, instead, choices(begin), choices(sequence));
    }

    private static List<Set<String>> choices(String words) {
        return words.isBlank()
                ? List.of()
                : List.of(words.strip().split(" +")).stream()
                        .map(word -> Set.of(word.split("\\|")))
                        .toList();
    }

    /** Where the statement has it; -1 where it has not. */
    int find(Words words) {
        if (!follow(words, 0, begin) || !mayHave(words)) {
            return -1;
        }
        for (int at = begin.size(); at + sequence.size() <= words.size(); at++) {
            if (follow(words, at, sequence)) {
                return at;
            }
        }
        return -1;
    }

    /** What most statements are is ruled out by their words, wherever those stand. */
    private boolean mayHave(Words words) {
        return sequence.stream().allMatch(choice -> choice.contains(ANY) || words.hasAny(choice));
    }

    private static boolean follow(Words words, int from, List<Set<String>> wanted) {
        for (int at = 0; at < wanted.size(); at++) {
            boolean any = wanted.get(at).contains(ANY) && !words.word(from + at).isEmpty();
            if (!any && !wanted.get(at).contains(words.word(from + at))) {
                return false;
            }
        }
        return true;
    }
}
