package dev.stairway.run;

import static dev.stairway.run.Walks.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks that start from what customers have. */
class UpgradePathTest {

    private static final String UNIQUE_NAME = """
            --changeset ann:unique-name
            create unique index ux_name on users (lower(name));
            --rollback drop index ux_name;
            """;

    private static final String CLEAN_NOTES = """
            --changeset ann:clean-notes
            update users set note = null where note like 'legacy:%';
            --rollback select 1;
            """;

    private static final String INDEX = """
            --changeset ann:index-note
            create index ix_note on users (note);
            --rollback drop index ix_note;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void whatPassesFromEmptyFailsOnRowsOfTheRelease(String product) throws Exception {
        Path dump =
                release(product).row("1", "Ann", "\\N").row("2", "ANN", "a\\tb").write(Walks.BASE);

        CellReport empty = Walks.on(product, directory).empty().walk(UNIQUE_NAME);
        CellReport upgraded =
                Walks.on(product, directory).departing(dumped(product, dump)).walk(UNIQUE_NAME);

        assertThat(step(empty, "unique-name").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(upgraded.notRun()).isEmpty();
        assertThat(step(upgraded, "base").verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(step(upgraded, "base").reason()).isEqualTo("the release-1.sql has it already");
        assertThat(step(upgraded, "unique-name").verdict()).isEqualTo(Verdict.MIGRATION_FAILS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void whatFitsTheRowsOfTheReleasePassesDownToIt(String product) throws Exception {
        Path dump = release(product).row("1", "Ann", "\\N").row("2", "Bob", "x").write(Walks.BASE);

        CellReport upgraded = Walks.on(product, directory)
                .departing(dumped(product, dump))
                .downToBase()
                .walk(UNIQUE_NAME + INDEX);

        assertThat(upgraded.findings()).isEmpty();
        assertThat(upgraded.steps())
                .extracting(StepReport::verdict)
                .containsExactly(Verdict.NOT_COVERED, Verdict.REVERSIBLE, Verdict.REVERSIBLE);
        assertThat(upgraded.descent().passed()).isTrue();
        assertThat(upgraded.descent().migrations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void valuesThatOnlyTheReleaseHasAreLost(String product) throws Exception {
        Path dump = release(product)
                .row("1", "Ann", "legacy:17")
                .row("2", "Bob", "x")
                .write(Walks.BASE);

        CellReport sample = Walks.on(product, directory).walk(CLEAN_NOTES);
        CellReport upgraded =
                Walks.on(product, directory).departing(dumped(product, dump)).walk(CLEAN_NOTES);

        assertThat(step(sample, "clean-notes").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(step(upgraded, "clean-notes").verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
        assertThat(Walks.evidence(upgraded, Rule.ROLLBACK_LOSES_DATA)).anyMatch(line -> line.contains("note"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void aReleaseWithoutADumpIsMadeByItsMigrationsAndGetsItsFixtures(String product) throws Exception {
        Path rows = directory.resolve("customers.csv");
        Files.writeString(rows, "id,name\n1001,Ann\n1002,ANN\n");
        Fixture fixture =
                new Fixture(rows, "customers.csv", "users", 0, "", Fixture.When.ONCE, List.of("from-base"), "");

        CellReport upgraded = Walks.on(product, directory)
                .departing(UpgradePath.from("from-base", "base"))
                .loading(fixture)
                .walk(UNIQUE_NAME + INDEX);

        assertThat(upgraded.notRun()).isEmpty();
        assertThat(upgraded.fixtures())
                .singleElement()
                .satisfies(use -> assertThat(use.loadedAfter()).contains("base"));
        assertThat(upgraded.steps())
                .extracting(StepReport::verdict)
                .containsExactly(Verdict.NOT_COVERED, Verdict.MIGRATION_FAILS, Verdict.REVERSIBLE);
        assertThat(step(upgraded, "base").reason()).isEqualTo("the release base has it already");
    }

    @Test
    void aReleaseWithoutADumpPassesWithoutItsFixtures() {
        CellReport upgraded = Walks.on("postgresql", directory)
                .departing(UpgradePath.from("from-base", "base"))
                .downToBase()
                .walk(UNIQUE_NAME);

        assertThat(upgraded.findings()).isEmpty();
        assertThat(upgraded.descent().migrations()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void aDumpWithoutHistoryTakesTheReleaseThatIsNamed(String product) throws Exception {
        Path dump = release(product).row("1", "Ann", "x").withoutHistory().write("");

        CellReport named = Walks.on(product, directory)
                .departing(UpgradePath.from("old", "base").dumped(dump, "release-1.sql", product))
                .walk(INDEX);
        CellReport unnamed =
                Walks.on(product, directory).departing(dumped(product, dump)).walk(INDEX);

        assertThat(named.findings()).isEmpty();
        assertThat(step(named, "index-note").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(unnamed.notRun())
                .contains("does not say which migrations it has", "databasechangelog", "name the last migration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void aDumpOfAnotherChangelogIsTold(String product) throws Exception {
        Path dump = release(product).write(Walks.BASE.replace("varchar(100)", "varchar(99)"));

        CellReport report =
                Walks.on(product, directory).departing(dumped(product, dump)).walk(INDEX);

        assertThat(report.steps()).isEmpty();
        assertThat(report.notRun()).contains("its history has other checksums", "base (9:");
    }

    @Test
    void aDumpOfAnotherReleaseThanTheNamedOneIsTold() throws Exception {
        Path dump = release("sqlite").write(Walks.BASE);

        CellReport report = Walks.on("sqlite", directory)
                .departing(UpgradePath.from("old", "index-note").dumped(dump, "release-1.sql", "sqlite"))
                .walk(INDEX);

        assertThat(report.notRun())
                .contains("is not of the release index-note", "lacks index-note", "the last that it has is base");
    }

    @Test
    void aDumpOfANewerServerIsTold() throws Exception {
        Path dump = release("postgresql").ofServer(19).write(Walks.BASE);

        assertThat(Walks.on("postgresql", directory)
                        .departing(dumped("postgresql", dump))
                        .walk(INDEX)
                        .notRun())
                .contains("comes from PostgreSQL 19, newer than postgresql 18", "<databases> of the <upgradePath>");
    }

    @Test
    void aStatementThatTheServerRefusesIsToldWithItsLine() throws Exception {
        Path dump =
                release("postgresql").row("1", "Ann", "x").row("1", "Bob", "x").write(Walks.BASE);

        assertThat(Walks.on("postgresql", directory)
                        .departing(dumped("postgresql", dump))
                        .walk(INDEX)
                        .notRun())
                .containsPattern("release-1.sql:\\d\\d")
                .contains("could not create unique index", "SQL: ALTER TABLE ONLY public.users");
    }

    @Test
    void anUnknownReleaseIsToldWithTheNamesThatComeNear() {
        Walks walks = Walks.on("sqlite", directory).departing(UpgradePath.from("from", "bass"));

        assertThatThrownBy(() -> walks.walk(INDEX))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No tag and no migration of changelog.sql is called bass")
                .hasMessageContaining("near it: base; the changelog has no tags");
    }

    private DumpedRelease release(String product) {
        return new DumpedRelease(product, directory);
    }

    private static UpgradePath dumped(String product, Path dump) {
        return UpgradePath.from("old", "").dumped(dump, "release-1.sql", product);
    }
}
