package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.run.Corpus.Judged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test of the test: with any one attribute of the fingerprint out of sight, at least one planted defect is missed.
 * What was found is recorded once and looked at without the attribute; a sample is walked with a blinded fingerprint.
 */
class BlindedAttributesTest {

    /** What no case names, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "database: ", "a walk is in one that is there",
            "extension: schema", "the one extension of a plain server cannot be moved",
            "index: ready", "an index is not ready for the moment in which it is built concurrently",
            "view: column order", "part of its definition, which tells it",
            "materialized view: column order", "part of its definition, which tells it",
            "virtual table: column order", "part of its arguments, which tell it");

    @Test
    void every_attribute_out_of_sight_is_missed_by_a_case() {
        Map<String, List<Judged>> witnesses = Corpus.attributes().stream()
                .collect(Collectors.toMap(name -> name, name -> missed(Blindness.to(name)), (a, b) -> a, TreeMap::new));
        System.out.println(witnesses.size() + " attributes out of sight in turn: "
                + witnesses.values().stream().mapToInt(List::size).sum() + " cases missed");

        assertThat(witnesses)
                .hasSizeGreaterThan(250)
                .containsKeys(EXCEPTIONS.keySet().toArray(String[]::new));
        assertThat(witnesses.keySet())
                .filteredOn(name -> witnesses.get(name).isEmpty())
                .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    /** One case of each class, to show that the recorded answers are those of a walk. */
    @ParameterizedTest
    @MethodSource("sample")
    void a_walk_that_does_not_see_it_misses_it(Blindness blindness, Judged judged) {
        CaseWalks walks = new CaseWalks(
                (database, bookkeeping) -> Lens.over(Fingerprinters.open(database, bookkeeping), blindness::over));

        CaseResult blinded = walks.alone(judged.planted(), judged.release());

        assertThat(blinded.right(judged.planted())).as(blinded::toString).isFalse();
        assertThat(new CaseWalks().alone(judged.planted(), judged.release()).right(judged.planted()))
                .isTrue();
    }

    private static Stream<Arguments> sample() {
        Map<String, Arguments> byClass = new TreeMap<>();
        for (String name : Corpus.attributes()) {
            Blindness blindness = Blindness.to(name);
            if (!blindness.attribute().isEmpty()) {
                missed(blindness).stream()
                        .filter(judged -> judged.planted().findings().size() == 1)
                        .forEach(judged -> byClass.putIfAbsent(
                                judged.planted().product() + judged.planted().group(),
                                Arguments.of(blindness, judged)));
            }
        }
        return byClass.values().stream();
    }

    private static List<Judged> missed(Blindness blindness) {
        return Corpus.judged().stream()
                .filter(judged -> !judged.planted().correct())
                .filter(judged -> judged.result().right(judged.planted()))
                .filter(judged -> !blindness.of(judged.result()).right(judged.planted()))
                .toList();
    }
}
