package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long changelog walked in two parts gives the verdicts and findings of one walk. */
class TwoPartsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoPartsFindWhatOneWalkFinds(boolean rows) throws InterruptedException {
        String migrations =
                IntStream.range(2, 72).mapToObj(TwoPartsTest::migration).collect(Collectors.joining());

        CellReport whole = walks(rows).walk(migrations);
        CellReport parts = walks(rows).walkInParts(migrations, 2);

        assertThat(parts.notRun()).isEmpty();
        assertThat(parts.steps()).hasSize(71);
        assertThat(parts.steps())
                .extracting(s -> s.migration().id() + " " + s.verdict())
                .isEqualTo(whole.steps().stream()
                        .map(s -> s.migration().id() + " " + s.verdict())
                        .toList());
        assertThat(parts.findings().stream().map(f -> f.rule() + " " + f.evidence()))
                .containsExactlyInAnyOrderElementsOf(whole.findings().stream()
                        .map(f -> f.rule() + " " + f.evidence())
                        .toList());
        assertThat(parts.schemaDigest()).isEqualTo(whole.schemaDigest());
        assertThat(parts.descent().stoppedAt())
                .isEqualTo(whole.descent().stoppedAt())
                .contains("::50::");
    }

    private Walks walks(boolean rows) {
        Walks walks = Walks.on("postgresql", directory).downToBase();
        return rows ? walks : walks.empty();
    }

    /** Numbers 10 and 50 forget a column, 20 and 21 fail, 21 after a commit. */
    private static String migration(int number) {
        if (number == 20) {
            return "--changeset ann:20\ncreate table t19 (id int);\n--rollback drop table t19;\n";
        }
        if (number == 21) {
            return "--changeset ann:21 runInTransaction:false\ncreate table t21 (id int);\ncreate table t19 (id int);\n"
                    + "--rollback drop table t21;\n";
        }
        boolean broken = number == 10 || number == 50;
        return """
                --changeset ann:%1$d
                create table t%1$d (id int primary key, name varchar(20));
                alter table users add column c%1$d int;
                --rollback drop table t%1$d;
                %2$s
                """.formatted(number, broken ? "" : "--rollback alter table users drop column c" + number + ";");
    }
}
