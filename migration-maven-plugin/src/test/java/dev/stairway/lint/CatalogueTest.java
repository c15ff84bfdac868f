package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule has a folder of examples of its own name. On {@code bad*} it trips, and no other rule unless the example names
 * it; on {@code good*} no rule trips. {@code -Dstairway.test.rules=G0} keeps to codes and names that this expression finds.
 */
class CatalogueTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "."), "src", "test", "examples");
    private static final List<LintRule> RULES = Catalogue.rules();
    private static final List<LintRule> ON =
            RULES.stream().filter(rule -> rule.facts().on()).toList();

    @TestFactory
    Stream<DynamicTest> ruleKeepsToItsExamples() {
        return RULES.stream()
                .filter(rule -> wanted(rule.facts()))
                .flatMap(rule -> files(rule)
                        .map(file -> DynamicTest.dynamicTest(
                                rule.facts().code() + " " + rule.facts().id() + " " + file.getFileName(),
                                () -> check(rule, file))));
    }

    @TestFactory
    Stream<DynamicTest> factsAreComplete() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.facts().code() + " " + rule.facts().id(), () -> facts(rule)));
    }

    @Test
    void namesAndCodesAreUnique() {
        assertThat(RULES).extracting(rule -> rule.facts().id()).doesNotHaveDuplicates();
        assertThat(RULES).extracting(rule -> rule.facts().code()).doesNotHaveDuplicates();
    }

    @Test
    void noFolderOfExamplesIsWithoutItsRule() throws IOException {
        Set<String> ids = RULES.stream().map(rule -> rule.facts().id()).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(ids);
        }
    }

    private static boolean wanted(Facts facts) {
        Pattern only = Pattern.compile(System.getProperty("stairway.test.rules", "."));
        return only.matcher(facts.code() + " " + facts.id()).find();
    }

    private static Stream<Path> files(LintRule rule) {
        Path folder = EXAMPLES.resolve(rule.facts().id());
        assertThat(folder).as("examples of %s", rule.facts().id()).isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .anyMatch(file -> name(file).startsWith("bad"))
                    .anyMatch(file -> name(file).startsWith("good"));
            return all.stream();
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void check(LintRule rule, Path file) {
        Example example = Example.read(file, rule.facts());
        List<LintRule> asked =
                Stream.concat(ON.stream(), Stream.of(rule)).distinct().toList();
        Judgement judgement = new Linter(asked).judge(example.release());
        if (!example.unread()) {
            assertThat(judgement.notJudged())
                    .as("statements that no parser understands")
                    .isEmpty();
        }
        Set<String> tripped = judgement.remarks().stream()
                .map(remark -> remark.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        if (name(file).startsWith("bad")) {
            assertThat(tripped)
                    .as("%s", judgement.remarks())
                    .contains(rule.facts().id());
            tripped.remove(rule.facts().id());
        }
        tripped.removeAll(example.also());
        assertThat(tripped).as("%s", judgement.remarks()).isEmpty();
    }

    private static void facts(LintRule rule) {
        Facts facts = rule.facts();
        assertThat(rule.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .as("the class is named like the rule")
                .isEqualTo(facts.id().replace("-", ""));
        assertThat(facts.title()).isNotBlank().doesNotEndWith(".");
        assertThat(facts.condition()).isNotBlank();
        assertThat(facts.effect()).isNotBlank();
        assertThat(facts.instead()).isNotBlank();
        assertThat(facts.sources()).isNotEmpty().allMatch(source -> source.startsWith("https://"));
    }
}
