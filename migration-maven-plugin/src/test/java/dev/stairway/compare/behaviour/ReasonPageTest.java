package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's table of reasons is the list of them, and every kind of probe is spoken of. */
class ReasonPageTest {

    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "cross-db.md");

    @Test
    void the_page_lists_every_reason_and_no_other() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("| reason | why |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(Stream.of(Reason.values())
                        .filter(Reason::known)
                        .map(ReasonPageTest::line)
                        .toList());
    }

    private static String line(Reason reason) {
        String text = reason.text().replaceFirst(" \\((https:[^)]+)\\)$", " ([manual]($1))");
        return "| `" + reason.id() + "` | " + text + " |";
    }

    @Test
    void the_page_speaks_of_every_kind_of_probe() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(ProbeKind.values()).allSatisfy(kind -> assertThat(page).contains("`" + kind.id() + "`"));
    }
}
