package dev.stairway.lint.page;

import dev.stairway.lint.Facts;
import dev.stairway.lint.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The page of one rule. */
final class RulePage {

    private static final int EXAMPLES = 2;

    private final Facts facts;
    private final StringBuilder page = new StringBuilder();

    RulePage(Facts facts) {
        this.facts = facts;
    }

    /** @param examples files of its folder, sorted */
    String markdown(List<Path> examples) throws IOException {
        line("# " + facts.id());
        line("");
        line(sentence(facts.title()));
        line("");
        line("| | |");
        line("| --- | --- |");
        line("| Code | " + facts.code() + " |");
        line("| Severity | " + severity(facts) + " |");
        line("| Products | " + products() + " |");
        line("| Proven by | " + proofs() + " |");
        part("When it trips", facts.condition());
        part("What happens", facts.effect());
        part("What to do instead", facts.instead());
        examples("Trips", "bad", examples);
        examples("Keeps quiet", "good", examples);
        waiver();
        sources();
        return page.toString();
    }

    /** In brackets when it is asked only on request. */
    static String severity(Facts facts) {
        String word = facts.severity().name().toLowerCase(Locale.ROOT);
        return facts.on() ? word : "(" + word + ")";
    }

    /** Text that stands in a cell of a table. */
    static String cell(String text) {
        return escaped(text).replace("|", "\\|");
    }

    /** Doxia takes what looks like a tag for one. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }

    private static String sentence(String clause) {
        return escaped(Character.toUpperCase(clause.charAt(0)) + clause.substring(1)) + ".";
    }

    private String products() {
        return facts.products().isEmpty() ? "all" : String.join(", ", new TreeSet<>(facts.products()));
    }

    private String proofs() {
        List<String> seen =
                facts.proofs().stream().sorted().map(RulePage::words).toList();
        return seen.isEmpty() ? "nothing that a run can see" : cell(String.join("; ", seen));
    }

    private static String words(Proof proof) {
        return switch (proof) {
            case BLOCKS_READS -> "`perf`: a lock that keeps readers away";
            case BLOCKS_WRITES -> "`perf`: a lock that keeps writers away";
            case REWRITES -> "`perf`: a table that is written anew";
            case FAILS -> "`test`: the migration fails";
            case FAILS_ON_ROWS -> "`test`: the migration fails on tables that hold rows";
            case LOSES_DATA -> "`test`: rows or values are gone";
            case ROLLBACK_BROKEN -> "`test`: the way back fails or leaves another state";
            case REPEAT_DIFFERS -> "`test`: played again it fails or gives another state";
            case QUERY_SUFFERS -> "`perf`: a query of the application fails or costs more";
            case DATABASES_DIFFER -> "`test`: versions or products differ";
        };
    }

    private void part(String title, String text) {
        line("");
        line("## " + title);
        line("");
        line(escaped(text));
    }

    private void examples(String title, String prefix, List<Path> examples) throws IOException {
        line("");
        line("## " + title);
        List<Path> shown = examples.stream()
                .filter(file -> name(file).startsWith(prefix))
                .limit(EXAMPLES)
                .toList();
        for (Path file : shown) {
            line("");
            line("```" + name(file).substring(name(file).lastIndexOf('.') + 1));
            Files.readString(file).strip().lines().map(RulePage::bare).forEach(this::line);
            line("```");
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** What tells the tests about an example tells a reader, too. */
    private static String bare(String line) {
        return line.replaceFirst("^(--|#)@ ", "$1 ");
    }

    private void waiver() {
        line("");
        line("## To let one through");
        line("");
        String comment = facts.code().startsWith("R") ? "-- (in Lua) or # (in a file of commands)" : "--";
        line("In the migration, behind `" + comment + "`:");
        line("");
        line("```");
        line("-- stairway: waive " + facts.id() + ": why that is right here (by anna, until 2027-03-31)");
        line("```");
        line("");
        line("or a `<waiver>` in the pom; see [safety](../../safety.html).");
    }

    private void sources() {
        line("");
        line("## Manuals");
        line("");
        facts.sources().forEach(source -> line("- <" + source + ">"));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
