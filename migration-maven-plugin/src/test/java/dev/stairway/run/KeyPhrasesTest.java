package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyPhrasesTest {

    @Test
    void a_finding_about_keys_has_no_word_of_tables() {
        Finding finding = KeyPhrases.of(new Finding(
                Rule.ROLLBACK_LOSES_NEW_ROWS,
                null,
                "Its rollback loses rows that the new release wrote",
                List.of(
                        "up to 12 rows of cart:{id} with another value in expiry",
                        "1 row of a lost",
                        "SQL: EVALSHA cart:1"),
                "2 tables could not be filled, so their data is not checked"));

        assertThat(finding.title()).isEqualTo("Its rollback loses keys that the new release wrote");
        assertThat(finding.evidence())
                .containsExactly(
                        "up to 12 keys of cart:{id} with another expiry", "1 key of a lost", "Command: EVALSHA cart:1");
        assertThat(finding.remedy()).isEqualTo("2 key patterns could not be filled, so their data is not checked");
    }

    @Test
    void the_names_of_keys_stay_as_they_are() {
        List<String> evidence =
                List.of("rows:table:1: lost (string)", "row:7 rows", "table rows: expiry was 3, is none");

        assertThat(KeyPhrases.of(new Finding(Rule.ROLLBACK_LOSES_DATA, null, "t", evidence, "r"))
                        .evidence())
                .containsExactly("rows:table:1: lost (string)", "row:7 keys", "table rows: expiry was 3, is none");
    }

    /** A sentence that was reworded would come through as it is. */
    @Test
    void every_sentence_that_has_a_counterpart_is_still_said() throws IOException {
        String sources;
        try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "dev", "stairway", "run"))) {
            sources = files.filter(file -> !file.endsWith("KeyPhrases.java"))
                    .map(KeyPhrasesTest::read)
                    .collect(Collectors.joining());
        }
        assertThat(KeyPhrases.sentences())
                .allSatisfy(sentence -> assertThat(sources).contains('"' + sentence + '"'));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
