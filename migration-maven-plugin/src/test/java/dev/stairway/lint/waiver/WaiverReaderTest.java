package dev.stairway.lint.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.Position;
import dev.stairway.script.sql.SqlComments;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverReaderTest {

    private static final String FILE = "002.sql";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copied (by anna, until 2027-03-31) | anna | 2027-03-31",
                "copied (by anna until 2027-03-31) | anna | 2027-03-31",
                "copied (until: 2027-03-31) | '' | 2027-03-31",
                "copied (Until 2027-03-31, anna) | anna | 2027-03-31",
                "copied (anna) | anna | ",
                "copied until 2027-03-31 | '' | 2027-03-31",
                "kept until the next release | '' | ",
                "copied (by anna, until spring) | anna | -999999999-01-01"
            })
    void authorAndLastDayAreRead(String said, String author, LocalDate until) {
        Waiver waiver = only("-- stairway: waive drop-column: " + said + "\nDROP TABLE a;");
        assertThat(waiver.author()).isEqualTo(author);
        assertThat(waiver.until()).isEqualTo(until);
        assertThat(waiver.reason()).startsWith("copied".equals(said.split(" ")[0]) ? "copied" : "kept");
    }

    @Test
    void aboveTheFirstStatementItIsAboutTheMigration() {
        Waiver waiver = only("-- stairway: waive drop-column: copied\nALTER TABLE a DROP b;\nALTER TABLE a DROP c;");
        assertThat(waiver.covers(new Position(FILE, 2), 1)).isTrue();
        assertThat(waiver.covers(new Position(FILE, 3), 1)).isTrue();
    }

    @Test
    void betweenStatementsItIsAboutTheNextOne() {
        Waiver waiver = only(
                "ALTER TABLE a DROP email;\n-- stairway: waive drop-column: copied\nALTER TABLE a\n  DROP note;\nALTER TABLE a DROP c;");
        assertThat(waiver.covers(new Position(FILE, 1), 1)).isFalse();
        assertThat(waiver.covers(new Position(FILE, 3), 1)).isTrue();
        assertThat(waiver.covers(new Position(FILE, 4), 3)).isTrue();
        assertThat(waiver.covers(new Position(FILE, 5), 1)).isFalse();
        assertThat(waiver.covers(new Position(FILE, 1), 0))
                .as("the migration as a whole")
                .isTrue();
    }

    @Test
    void inAStatementOrBehindItItIsAboutThatOne() {
        Waiver waiver =
                only("ALTER TABLE a DROP email; -- stairway: waive drop-column: copied\nALTER TABLE a DROP note;");
        assertThat(waiver.covers(new Position(FILE, 1), 1)).isTrue();
        assertThat(waiver.covers(new Position(FILE, 2), 1)).isFalse();
    }

    private static Waiver only(String sql) {
        Migration migration = new Migration(
                "002", "002", "", FILE, 1, "", "", Migration.Rollback.MISSING, false, true, sql, Optional.empty());
        MigrationStatements said = new MigrationStatements(
                migration,
                SqlScript.statements(FILE, sql, SqlSyntax.POSTGRESQL),
                List.of(),
                Map.of(),
                List.of(),
                SqlComments.in(FILE, sql, 0, SqlSyntax.POSTGRESQL),
                List.of());
        List<Waiver> found = WaiverReader.in(said);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
