package dev.stairway.lint.page;

import dev.stairway.lint.Catalogue;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the pages of the site about rules: a list, and a page for each, made of its facts and its examples. */
public final class RulePages {

    private static final Map<String, String> GROUPS = groups();

    private RulePages() {}

    /** @param arguments directory of the examples, and directory that takes the pages */
    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /**
     * Replaces older pages.
     *
     * @param examples holds a directory for each rule
     * @param output takes {@code rules.md} and {@code rules/<id>.md}
     */
    static void write(Path examples, Path output) throws IOException {
        List<Facts> all = Catalogue.rules().stream().map(LintRule::facts).toList();
        Files.createDirectories(output.resolve("rules"));
        Files.writeString(output.resolve("rules.md"), list(all), StandardCharsets.UTF_8);
        for (Facts facts : all) {
            String page = new RulePage(facts).markdown(files(examples.resolve(facts.id())));
            Files.writeString(output.resolve("rules").resolve(facts.id() + ".md"), page, StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String list(List<Facts> all) {
        StringBuilder page = new StringBuilder(
                "# Rules\n\n" + all.size()
                        + " rules read migrations before they run. A rule is asked unless its severity stands in brackets: such a one is a"
                        + " policy that a project has to want, with `<rules><rule><id>…</id><severity>WARNING</severity></rule></rules>`.\n");
        GROUPS.forEach((letter, title) -> {
            page.append("\n## ")
                    .append(title)
                    .append("\n\n| code | rule | severity | catches |\n| --- | --- | --- | --- |\n");
            all.stream()
                    .filter(facts -> facts.code().startsWith(letter))
                    .forEach(facts -> page.append("| ")
                            .append(facts.code())
                            .append(" | [")
                            .append(facts.id())
                            .append("](rules/")
                            .append(facts.id())
                            .append(".html) | ")
                            .append(RulePage.severity(facts))
                            .append(" | ")
                            .append(RulePage.cell(facts.title()))
                            .append(" |\n"));
        });
        return page.toString();
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("G", "SQL of every product");
        groups.put("P", "PostgreSQL");
        groups.put("L", "SQLite");
        groups.put("R", "Redis");
        groups.put("C", "Changelogs");
        groups.put("Q", "Releases as a whole");
        return groups;
    }
}
