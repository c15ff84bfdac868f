package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's table of rules is the catalogue: every rule with its severity, and no other. */
class RulePageTest {

    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "verdicts.md");

    @Test
    void the_page_lists_every_rule_with_its_severity_and_no_other() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| `[A-Z]+` \\|.*"))
                .map(line -> line.split("\\|"))
                .map(cells -> cells[1].strip() + " " + cells[2].strip())
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Stream.of(Rule.values())
                        .map(rule -> "`" + rule.id() + "` `" + rule.severity() + "`")
                        .toList());
    }
}
