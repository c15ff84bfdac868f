package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted and changes nothing is found out by a look, counts nowhere and is named. */
class EquivalentCasesTest {

    private static final String NAME = "SQLite planted: an index comes and goes";
    private static final EquivalentCases NONE = new EquivalentCases(new TreeSet<>());

    @TempDir
    private Path folder;

    private List<SqlCase> cases;
    private List<CaseWitness> witnesses;

    @BeforeEach
    void look() throws IOException {
        Files.writeString(folder.resolve("planted.txt"), """
                base create table t (a int)
                up create index x on t (a)

                == an index comes and goes
                down drop index x
                left index x: added

                == an index is left
                down select 1
                left index x: added
                """);
        cases = SqlCases.in(folder, "sqlite");
        witnesses = cases.stream()
                .flatMap(planted -> {
                    List<CaseOracle> looks = List.of(new CaseSqliteText(false));
                    return new CaseStates(Corpus.SQLITE, List.of(planted), looks, looks)
                            .witnesses(TestServers.sqlite()).stream();
                })
                .toList();
    }

    @Test
    void a_case_that_no_look_shows_to_be_a_defect_is_taken_out_and_the_one_beside_it_stays() {
        EquivalentCases measured = NONE.measured(witnesses);

        assertThat(measured.names()).containsExactly(NAME);
        assertThat(measured.without(Corpus.SQLITE, cases))
                .extracting(SqlCase::name)
                .containsExactly("an index is left");
        assertThat(NONE.without(Corpus.SQLITE, cases)).isEqualTo(cases);
    }

    @Test
    void what_is_no_longer_equivalent_counts_again_and_what_was_not_looked_at_stays_out() {
        String elsewhere = "PostgreSQL 14 planted: an index is left";
        EquivalentCases before =
                new EquivalentCases(new TreeSet<>(List.of(elsewhere, "SQLite planted: an index is left")));

        assertThat(before.measured(witnesses).names()).containsExactly(elsewhere, NAME);
    }

    @Test
    void the_figures_leave_it_out_and_name_it() {
        CaseScore score = new CaseScore(NONE.measured(witnesses));
        CaseResult nothing = new CaseResult("reversible", List.of());
        cases.forEach(planted -> score.add(new Corpus.Judged(Corpus.SQLITE, planted, nothing)));

        assertThat(score.markdown())
                .contains("| SQLite | planted | 1 | 0 | 0 | 0 |")
                .contains("no defect, not counted: " + NAME);
        assertThat(score.toString())
                .contains("missed: SQLite planted: an index is left")
                .doesNotContain("missed: " + NAME);
        assertThat(new OracleScore(witnesses).toString())
                .contains("| **planted** | 1 | 1 |")
                .contains("no defect: planted: an index comes and goes");
    }
}
