package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal safety and files that are no ordinary scripts: the danger in them is found all the same, or the file is named. */
class HostileScriptsTest {

    @TempDir
    private Path directory;

    private ScriptsJudged scripts;

    @BeforeEach
    void releasedTable() throws IOException {
        scripts = new ScriptsJudged(directory);
        scripts.write("1_item.up.sql", "CREATE TABLE item (id bigint PRIMARY KEY, note text);\n");
        scripts.write("1_item.down.sql", "DROP TABLE item;\n");
        scripts.write("2_note.down.sql", "ALTER TABLE item ADD COLUMN note text;\n");
    }

    /** Marks of the byte order and line ends of other systems: found in the same place. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\uFEFF\n", "\uFEFF\r\n", "\n\n  \t", "-- \uFEFF\r\n", "/* \0 */\n"})
    void theDangerIsFoundBehindWhatIsBlank(String before) throws Exception {
        scripts.write("2_note.up.sql", before + "ALTER TABLE item DROP COLUMN note;");

        Finding found = only(scripts.judged(), "drop-column");

        assertThat(found.file()).endsWith("2_note.up.sql");
        assertThat(found.line()).isEqualTo(before.contains("\n\n") ? 3 : 2);
        assertThat(found.column()).isPositive();
    }

    /** A carriage return alone ends a comment for the server, too. */
    @Test
    void theDangerBehindACommentThatACarriageReturnEndsIsFound() throws Exception {
        scripts.write("2_note.up.sql", "-- old line ends\rALTER TABLE item DROP COLUMN note;\r");
        assertThat(rules(scripts.judged())).contains("drop-column");

        scripts.write("2_note.up.sql", "-- old line ends ALTER TABLE item DROP COLUMN note;\r");
        assertThat(rules(scripts.judged())).doesNotContain("drop-column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void aScriptInAnotherCharacterSetIsNamedOrNotCoveredAndNeverSafe(String charset) throws Exception {
        byte[] script = "ALTER TABLE item DROP COLUMN note; -- \u00e9\u00df\n".getBytes(Charset.forName(charset));
        scripts.write("2_note.up.sql", script);

        assertThatThrownBy(scripts::judged)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is not UTF-8")
                .hasMessageContaining("2_note.up.sql")
                .hasMessageContaining("Save it as UTF-8");
        assertThat(directory.resolve("out/metrics.json")).exists();

        scripts.write("2_note.up.sql", new String(script, Charset.forName(charset)));
        assertThat(rules(scripts.judged())).contains("drop-column");
    }

    /** Letters of ASCII in UTF-16 are valid UTF-8 with a NUL beside each: no statement, and told as not covered. */
    @Test
    void aScriptOfPlainLettersInUtf16IsNotCovered() throws Exception {
        scripts.write("2_note.up.sql", "DROP TABLE item;".getBytes(StandardCharsets.UTF_16LE));

        MetricsDocument document = scripts.judged();

        assertThat(notCovered(document)).isNotEmpty().allMatch(reason -> reason.contains("NUL"));
        assertThat(rules(document)).doesNotContain("drop-table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '\0';",
                "\0;",
                "SELEC 1;",
                "CREATE TABLE ${schema}.t (a int);",
                "SELECT \u001b[31m;",
                ")));",
                "\u00A4;"
            })
    void whatNobodyCanReadIsNotCoveredAndTheDangerBehindItIsFound(String unreadable) throws Exception {
        scripts.write("2_note.up.sql", unreadable + "\nALTER TABLE item DROP COLUMN note;\n");

        MetricsDocument document = scripts.judged();

        assertThat(notCovered(document)).hasSize(1).allMatch(reason -> !reason.isBlank());
        assertThat(only(document, "drop-column").line()).isEqualTo(2);

        scripts.write("2_note.up.sql", "SELECT 1;\nALTER TABLE item DROP COLUMN note;\n");
        assertThat(notCovered(scripts.judged())).isEmpty();
    }

    /** What is open at the end takes everything behind it along: not covered, and nothing is called safe. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a;", "SELECT \"a;", "DO $x$ a;", "SELECT 1 /* a;", "SELECT (1;"})
    void whatIsNeverClosedIsNotCovered(String open) throws Exception {
        scripts.write("2_note.up.sql", open + "\nALTER TABLE item DROP COLUMN note;\n");

        assertThat(notCovered(scripts.judged())).hasSize(1);
    }

    /** A line may be as long as its file, and the report is no copy of it. */
    @Test
    void ofALongStatementThatIsNotCoveredTheBeginIsTold() throws Exception {
        scripts.write("2_note.up.sql", "SELEC " + "x".repeat(100_000) + ";\nALTER TABLE item DROP COLUMN note;\n");

        assertThat(scripts.judged().safety().changelogs().get(0).notCovered())
                .singleElement()
                .satisfies(entry -> assertThat(entry.statement())
                        .startsWith("SELEC xxx")
                        .endsWith("...")
                        .hasSize(160));
    }

    private static List<String> notCovered(MetricsDocument document) {
        return document.safety().changelogs().get(0).notCovered().stream()
                .map(entry -> entry.reason())
                .toList();
    }

    private static List<String> rules(MetricsDocument document) {
        return document.findings().stream().map(Finding::rule).toList();
    }

    private static Finding only(MetricsDocument document, String rule) {
        List<Finding> found = document.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).as("%s in %s", rule, document.findings()).hasSize(1);
        return found.get(0);
    }
}
