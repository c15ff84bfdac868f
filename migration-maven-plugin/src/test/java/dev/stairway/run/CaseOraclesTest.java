package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every planted case is a defect by looks that share nothing with the fingerprint: {@code -Dstairway.test.oracles=true}, or
 * {@code all} for Liquibase's diff as well, which takes minutes; {@code -Dstairway.test.group=sequences} for one class.
 * Prints what the looks find of the same cases. {@code pg_dump} looks where one is in the PATH that can read the release.
 */
@EnabledIfSystemProperty(named = "stairway.test.oracles", matches = "true|all")
class CaseOraclesTest {

    @Test
    void a_planted_case_that_nothing_else_shows_to_be_a_defect_is_none() throws IOException {
        List<CaseWitness> witnesses = Stream.concat(
                        Corpus.releases().boxed().flatMap(release -> postgres(release).stream()), sqlite().stream())
                .toList();
        OracleScore score = new OracleScore(witnesses);
        Path kept = Files.createDirectories(Path.of("target", "planted-defects"));
        Files.writeString(
                kept.resolve("witnesses.txt"),
                witnesses.stream().map(CaseWitness::toString).collect(Collectors.joining("\n\n")));
        Files.writeString(kept.resolve("oracles.txt"), score.toString());
        System.out.println(score);

        EquivalentCases measured = EquivalentCases.known().measured(witnesses);
        if (Boolean.getBoolean("stairway.test.write")) {
            measured.write();
        }
        assertThat(EquivalentCases.known())
                .as("planted, but nothing shows that anything is wrong: -Dstairway.test.write=true takes them out")
                .isEqualTo(measured);
    }

    private static List<CaseWitness> postgres(int release) {
        DatabaseServer server = TestServers.postgres(release);
        List<CaseOracle> quick = List.of(new CaseCatalogProbe(), new CaseRows());
        List<CaseOracle> all = new ArrayList<>(quick);
        all.addAll(slow());
        if (CaseDump.version() >= release) {
            all.add(new CaseDump());
        }
        return together(release)
                .flatMap(cases -> new CaseStates(release, cases, all, quick).witnesses(server).stream())
                .toList();
    }

    private static List<CaseOracle> slow() {
        return System.getProperty("stairway.test.oracles").equals("all") ? List.of(new CaseLiquibaseDiff()) : List.of();
    }

    /** Cases that can be in one database. */
    private static Stream<List<SqlCase>> together(int release) {
        Collection<List<SqlCase>> shared = chosen(release)
                .filter(planted -> !planted.alone())
                .collect(Collectors.groupingBy(planted -> planted.group() + planted.rows()))
                .values();
        return Stream.concat(
                shared.stream().flatMap(CaseOraclesTest::parts),
                chosen(release).filter(SqlCase::alone).map(List::of));
    }

    private static Stream<SqlCase> chosen(int release) {
        String group = System.getProperty("stairway.test.group", "");
        return Corpus.told(release).stream()
                .filter(planted -> group.isEmpty() || planted.group().equals(group));
    }

    /** Liquibase asks for every unique constraint by itself, each time of all schemas: few cases in a database are faster. */
    private static Stream<List<SqlCase>> parts(List<SqlCase> cases) {
        int size = slow().isEmpty() ? cases.size() : 5;
        return IntStream.iterate(0, from -> from < cases.size(), from -> from + size)
                .mapToObj(from -> cases.subList(from, Math.min(from + size, cases.size())));
    }

    private static List<CaseWitness> sqlite() {
        List<CaseOracle> quick = List.of(new CaseSqliteText(false));
        List<CaseOracle> all = new ArrayList<>(List.of(quick.get(0), new CaseSqliteText(true)));
        all.addAll(slow());
        return chosen(Corpus.SQLITE)
                .flatMap(planted -> new CaseStates(Corpus.SQLITE, List.of(planted), all, quick)
                        .witnesses(TestServers.sqlite()).stream())
                .toList();
    }
}
