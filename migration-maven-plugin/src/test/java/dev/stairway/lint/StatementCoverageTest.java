package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Severity;
import dev.stairway.run.PlantedStatements;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.suite.Engines;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every statement of changelogs that others wrote, and of our own, is parsed or told as not covered with the reason. How many
 * are not may only fall; the table is the one of the page about safety.
 */
class StatementCoverageTest {

    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path JARS = Path.of(System.getProperty("stairway.test.changelogs", "target/changelogs"));
    private static final double ENOUGH = 2;
    private static final Map<String, Coverage> ALL = new TreeMap<>();

    @TempDir
    private Path directory;

    @AfterAll
    static void table() {
        ALL.forEach((name, coverage) -> {
            System.out.println(coverage.row(name));
            coverage.notCovered().forEach(reason -> System.out.println("  " + reason));
        });
    }

    /** Its changes in Java are what is not covered: only Java can tell what they do. SQLite is none of its databases. */
    @Test
    void ofKeycloakOnlyTheChangesInJavaAreNotRead() throws Exception {
        Coverage keycloak =
                changelog("keycloak-model-jpa.jar", "liquibase", "META-INF/jpa-changelog-master.xml", "postgresql");

        check("Keycloak", keycloak, 1_300, 30);
        assertThat(keycloak.notCovered()).allMatch(reason -> reason.contains("customChange: a Java class"));
    }

    @Test
    void flowableIsReadAsAWhole() throws Exception {
        Coverage flowable = changelog(
                "flowable-cmmn-engine.jar",
                "liquibase",
                "org/flowable/cmmn/db/liquibase/flowable-cmmn-db-changelog.xml",
                "postgresql");

        check("Flowable", flowable, 100, 0);
    }

    @Test
    void conductorIsReadAsAWhole() throws Exception {
        Coverage conductor = changelog(
                "conductor-postgres-persistence.jar", "flyway", "classpath:db/migration_postgres", "postgresql");

        check("Conductor", conductor, 50, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void ourDemoIsReadAsAWhole(String product) {
        ChangelogSource demo = new ChangelogSource(
                "db/changelog/db.changelog-master.xml",
                List.of(BASE.resolve("../it/src/demo/shop/src/main/resources")),
                getClass().getClassLoader(),
                Map.of(),
                "",
                "");
        check("Demo on " + product, statements("liquibase", demo, product), 20, 0);
    }

    /** Two of its dangers are bodies of functions that Liquibase cuts apart: three pieces that are no statements. */
    @ParameterizedTest
    @CsvSource({"postgresql, 0", "sqlite, 0", "redis, 0", "liquibase, 3"})
    void theLabelledCorpusIsReadAsAWhole(String kind, int notCovered) throws IOException {
        Coverage coverage = new Coverage();
        String product = kind.equals("liquibase") ? "postgresql" : kind;
        for (Path file : files(BASE.resolve("src/test/corpus").resolve(kind))) {
            judge(coverage, file, product);
        }
        check("Labelled corpus, " + kind, coverage, 50, notCovered);
    }

    /** Those that say of themselves that they hold something nobody can read are left out. */
    @Test
    void theExamplesOfTheRulesAreReadAsAWhole() throws IOException {
        Coverage coverage = new Coverage();
        for (LintRule rule : Catalogue.rules()) {
            for (Path file :
                    files(BASE.resolve("src/test/examples").resolve(rule.facts().id()))) {
                Example example = Example.read(file, rule.facts());
                if (!example.unread()) {
                    coverage.add(new Linter(List.of()).judge(example.release()));
                }
            }
        }
        check("Examples of the rules", coverage, 1_000, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void thePlantedDefectsAreReadAsAWhole(String product) {
        Coverage coverage = new Coverage();
        PlantedStatements.of(product).stream()
                .flatMap(planted -> planted.all().stream())
                .distinct()
                .forEach(sql -> coverage.add(new SqlStatement(sql, 1, 1, sql), product));
        check("Planted defects of " + product, coverage, 200, 0);
    }

    private static void check(String name, Coverage coverage, int atLeast, int notCovered) {
        ALL.put(name, coverage);
        assertThat(coverage.statements()).as("statements of %s", name).isGreaterThanOrEqualTo(atLeast);
        assertThat(coverage.notCovered())
                .as("not covered of %s", name)
                .hasSizeLessThanOrEqualTo(notCovered)
                .allMatch(line -> line.matches("(?s).+: .+"));
        assertThat(coverage.percent()).as("percent not covered of %s", name).isLessThan(ENOUGH);
    }

    private static void judge(Coverage coverage, Path file, String product) {
        Facts any = Facts.of("G00", "labelled-corpus", Severity.INFO).about(product);
        coverage.add(new Linter(List.of()).judge(Example.read(file, any).release()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Coverage changelog(String jar, String engine, String location, String product) throws IOException {
        List<URL> urls = new ArrayList<>(List.of(JARS.resolve(jar).toUri().toURL()));
        if (engine.equals("flyway")) {
            for (Path library : files(Path.of(System.getProperty("stairway.test.flyway"), "13"))) {
                urls.add(library.toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader())) {
            return statements(
                    engine, new ChangelogSource(location, List.of(directory), loader, Map.of(), "", ""), product);
        }
    }

    private static Coverage statements(String engine, ChangelogSource source, String product) {
        Coverage coverage = new Coverage();
        for (MigrationStatements migration : Engines.all().get(engine).statements(source, product, "")) {
            coverage.add(migration, product);
        }
        return coverage;
    }
}
