package dev.stairway.lint.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePagesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "."), "src", "test", "examples");

    @TempDir
    private Path output;

    @Test
    void everyRuleIsInTheListAndHasAPageWithAllThatItsReaderNeeds() throws Exception {
        RulePages.main(EXAMPLES.toString(), output.toString());

        String list = Files.readString(output.resolve("rules.md"));
        for (String id : Catalogue.ids()) {
            assertThat(list).contains("[" + id + "](rules/" + id + ".html)");
            assertThat(output.resolve("rules").resolve(id + ".md"))
                    .content()
                    .startsWith("# " + id + "\n")
                    .contains(
                            "## When it trips",
                            "## What happens",
                            "## What to do instead",
                            "## Trips",
                            "## Keeps quiet")
                    .contains("stairway: waive " + id + ":", "- <https://")
                    .doesNotContain("@ product");
        }
    }
}
