package dev.stairway.run;

import dev.stairway.finding.Finding;
import dev.stairway.judge.ExpectedLoss;
import java.util.List;

/**
 * One Redis migration and what the walk must say about it.
 *
 * @param group name of the file that tells it
 * @param name a sentence
 * @param servers releases that it runs on
 * @param keys commands that make the keys that are there before
 * @param up the script that applies it
 * @param down the script that takes it back; null when none is written
 * @param losses what the user expects to lose
 * @param verdict label of the verdict of the step; empty when the cell did not come that far
 * @param findings every finding worse than a hint; none for a correct migration
 * @param never rule of which there must be no finding, in a defective case; empty for none
 * @param gap why the product is known not to find it; empty when it must
 */
record RedisCase(
        String group,
        String name,
        List<String> servers,
        String keys,
        Script up,
        Script down,
        List<ExpectedLoss> losses,
        String verdict,
        List<Expected> findings,
        String never,
        String gap) {

    /** @param kind end of the file's name: {@code lua} or {@code redis} */
    record Script(String kind, String text) {}

    /** @param texts what one line of the evidence contains */
    record Expected(String rule, List<String> texts) {

        boolean met(Finding finding) {
            return finding.rule().id().equals(rule)
                    && finding.evidence().stream()
                            .anyMatch(line -> texts.stream().allMatch(line::contains));
        }
    }

    boolean defective() {
        return !findings.isEmpty();
    }

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
