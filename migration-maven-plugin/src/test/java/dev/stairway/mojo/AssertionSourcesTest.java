package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.assertion.Assertion;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssertionSourcesTest {

    private static final String TEST = "src/test/migration/assertions";
    private static final String RESOURCES = "src/test/resources/migration/assertions";

    @TempDir
    Path base;

    @Test
    void withoutAConventionalDirectoryNothingIsAsked() {
        assertThat(AssertionSources.read(base, List.of())).isEmpty();
    }

    @Test
    void aConventionalDirectoryMayBeEmpty() throws IOException {
        Files.createDirectories(base.resolve(TEST));

        assertThat(AssertionSources.read(base, List.of())).isEmpty();
    }

    @Test
    void theFirstConventionalDirectoryIsReadInOrderOfNameWithItsFolders() throws IOException {
        write(TEST + "/b.sql", "select 2;\nselect 3;");
        write(TEST + "/a/money.sql", "select 1;");
        write(TEST + "/readme.txt", "not SQL");
        write(RESOURCES + "/c.sql", "select 4;");

        assertThat(places(List.of())).containsExactly(TEST + "/a/money.sql:1", TEST + "/b.sql:1", TEST + "/b.sql:2");
    }

    @Test
    void theOtherConventionalDirectoryIsReadWhereTheFirstIsAbsent() throws IOException {
        write(RESOURCES + "/c.sql", "select 4;");

        assertThat(places(List.of())).containsExactly(RESOURCES + "/c.sql:1");
    }

    @Test
    void whatIsConfiguredTakesThePlaceOfTheConventionInItsOrder() throws IOException {
        write(TEST + "/b.sql", "select 2;");
        write("rules/z.sql", "select 1;");
        write("one.query", "select 5;");

        assertThat(places(List.of("rules", "one.query"))).containsExactly("rules/z.sql:1", "one.query:1");
    }

    @Test
    void aFileOutsideTheProjectKeepsItsWholePath(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("shared.sql"), "select 1;");

        assertThat(AssertionSources.read(base, List.of(file.toString())))
                .singleElement()
                .satisfies(a ->
                        assertThat(Path.of(a.place().replaceFirst(":1$", ""))).isEqualTo(file));
    }

    @Test
    void aMissingDirectoryThatIsNamedIsRefusedWithTheNextStep() {
        assertThatThrownBy(() -> AssertionSources.read(base, List.of("rulez")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining(base.resolve("rulez").toString())
                .hasMessageContaining("Correct <assertions>");
    }

    @Test
    void aDirectoryWithoutQueriesThatIsNamedWouldCheckNothingAndIsRefused() throws IOException {
        write("rules/money.txt", "select 1;");

        assertThatThrownBy(() -> AssertionSources.read(base, List.of("rules")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("holds no file that ends in .sql")
                .hasMessageContaining(base.resolve("rules").toString());
    }

    @Test
    void aFileInAnotherCharacterSetIsNamed() throws IOException {
        Path file = base.resolve("latin.sql");
        Files.write(file, "-- name: Löhne\nselect 1;".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> AssertionSources.read(base, List.of("latin.sql")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("UTF-8");
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithFileAndLine() throws IOException {
        write("rules/money.sql", "select 1;\n\ndelete from account;");

        assertThatThrownBy(() -> AssertionSources.read(base, List.of("rules")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("rules/money.sql:3")
                .hasMessageContaining("delete from account");
    }

    private List<String> places(List<String> configured) {
        return AssertionSources.read(base, configured).stream()
                .map(Assertion::place)
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
