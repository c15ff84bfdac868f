package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures that the documentation publishes are those of a run; {@code -Dstairway.test.write=true} writes them. */
class PlantedDefectsPageTest {

    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "planted-defects.md");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| database \\| class \\|.*\\n(?:\\|.*\\n)+");

    @Test
    void the_page_has_the_figures_of_the_newest_release() throws IOException {
        assumeTrue(System.getProperty("stairway.test.releases") == null, "figures are those of the newest release");
        String table = CaseScore.of(Corpus.judged()).markdown() + "\n";
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("stairway.test.write")) {
            Files.writeString(PAGE, TABLE.matcher(page).replaceFirst(java.util.regex.Matcher.quoteReplacement(table)));
        }

        assertThat(Files.readString(PAGE)).contains(table);
    }
}
