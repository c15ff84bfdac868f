package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Test
    void aFindingNamesFileLineAndWhatToDo() {
        assertThat(commands(finding("ERROR", "c.sql", "Broken.", null)))
                .containsExactly("::error file=db/c.sql,line=3,title=odd-rule::Broken. (pg)%0Aproof%0ATo do: Mend it.");
    }

    @Test
    void noCharacterOfTheDocumentEndsACommandOrStartsAnother() {
        List<String> commands = commands(finding("WARNING", "a,b:c\n::error::x", "100 %\r\n::error::planted", null));

        assertThat(commands)
                .singleElement()
                .asString()
                .startsWith("::warning file=db/a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax,line=3,")
                .contains("100 %25%0D%0A::error::planted")
                .doesNotContain("\n", "\r");
    }

    @Test
    void waivedOnesAndNotesAreLeftOut() {
        assertThat(commands(finding("ERROR", "c.sql", "Waived.", "agreed"), finding("INFO", "c.sql", "Note.", null)))
                .isEmpty();
    }

    @Test
    void errorsComeFirstAndTheRestIsCounted() {
        Finding[] findings = IntStream.rangeClosed(1, 13)
                .mapToObj(n -> finding(n > 11 ? "ERROR" : "WARNING", "", "Finding " + n, null))
                .toArray(Finding[]::new);

        List<String> commands = commands(findings);

        assertThat(commands).hasSize(11);
        assertThat(commands.get(0)).startsWith("::error title=odd-rule::Finding 12");
        assertThat(commands.get(2)).startsWith("::warning title=odd-rule::Finding 1 ");
        assertThat(commands.get(10)).isEqualTo("::notice title=Migrations::3 more findings are in the report");
    }

    private static List<String> commands(Finding... findings) {
        UnaryOperator<String> path = file -> file.isEmpty() ? "" : "db/" + file;
        return Annotations.commands(new Metrics("1.0", null, null, null, null, List.of(findings), null), path);
    }

    private static Finding finding(String severity, String file, String title, String waiver) {
        return new Finding(
                "odd-rule", severity, "c", "m", "pg", "", file, 3, title, List.of("proof"), "Mend it.", waiver);
    }
}
