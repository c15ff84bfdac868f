package dev.stairway.lint;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Example.Danger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A file of the labelled corpus and what the rules say of it.
 *
 * @param kind {@code postgresql}, {@code sqlite}, {@code redis} or {@code liquibase}
 * @param label {@code dangerous}, {@code safe} or {@code context}
 * @param dangers in the order of the file
 * @param loud warnings and errors
 * @param begins lines at which migrations begin, ascending
 */
record CorpusFile(String kind, String label, Path file, List<Danger> dangers, List<Remark> loud, List<Integer> begins) {

    private static final Linter LINTER = new Linter(
            Catalogue.rules().stream().filter(rule -> rule.facts().on()).toList());

    /** The corpus was labelled with names of a list that is older than the rules. */
    private static final Map<String, String> RENAMED = Map.of(
            "affinity", "type-affinity",
            "attach", "attach-database",
            "cascade", "drop-cascade",
            "drop-schema-db", "drop-schema",
            "exclusion", "exclusion-constraint",
            "flush", "flush-database",
            "truncate", "truncate-table");

    /** Reads and judges it. */
    static CorpusFile of(Path file) {
        String label = file.getParent().getFileName().toString();
        String kind = file.getParent().getParent().getFileName().toString();
        String product = kind.equals("liquibase") ? "postgresql" : kind;
        Example example = Example.read(
                file, Facts.of("G00", "labelled-corpus", Severity.INFO).about(product));
        Release release = example.release();
        List<Remark> loud = LINTER.judge(release).remarks().stream()
                .filter(remark -> remark.rule().severity() != Severity.INFO)
                .toList();
        TreeSet<Integer> begins = new TreeSet<>();
        Stream.concat(release.history().stream(), release.releases().stream().flatMap(List::stream))
                .forEach(said -> begins.add(said.migration().at().line()));
        return new CorpusFile(kind, label, file, example.dangers(), loud, List.copyOf(begins));
    }

    /** The rule that this label is about. */
    String rule(Danger danger) {
        String product = kind.equals("liquibase") ? "postgresql" : kind;
        return danger.name().equals("version-gate")
                ? product + "-version-gate"
                : RENAMED.getOrDefault(danger.name(), danger.name());
    }

    boolean dangerous() {
        return label.equals("dangerous");
    }

    List<Danger> missed() {
        return dangers.stream().filter(danger -> !told(danger)).toList();
    }

    /** True when a warning or an error stands at the place of the danger, by whatever name. */
    boolean told(Danger danger) {
        return loud.stream().anyMatch(remark -> at(danger, remark) || aboutTheMigration(danger, remark));
    }

    /** True when it is told by its own name. */
    boolean toldByName(Danger danger) {
        return loud.stream()
                .filter(remark -> remark.rule().id().equals(rule(danger)))
                .anyMatch(remark -> at(danger, remark) || aboutTheMigration(danger, remark));
    }

    /** True when no label at its place has its name. */
    boolean unlabelled(Remark remark) {
        return dangers.stream()
                .filter(danger -> rule(danger).equals(remark.rule().id()))
                .noneMatch(danger -> at(danger, remark) || aboutTheMigration(danger, remark));
    }

    private boolean at(Danger danger, Remark remark) {
        int end = lastLabel(danger);
        int next = dangers.stream()
                .mapToInt(Danger::line)
                .filter(line -> line > end)
                .min()
                .orElse(Integer.MAX_VALUE);
        return remark.position().line() >= danger.line()
                && remark.position().line() < next
                && migration(remark.position().line()).equals(migration(end + 1));
    }

    /** Several labels of one statement stand in lines that follow each other: all are about what stands below them. */
    private int lastLabel(Danger danger) {
        int last = danger.line();
        for (Danger other : dangers) {
            last = other.line() == last + 1 ? other.line() : last;
        }
        return last;
    }

    /**
     * What is said of a migration as a whole is about every place in it, and what is labelled as one is said anywhere in it;
     * but only by the name of the danger.
     */
    private boolean aboutTheMigration(Danger danger, Remark remark) {
        boolean whole = remark.statement().isEmpty() || begins.contains(lastLabel(danger) + 1);
        return whole
                && remark.rule().id().equals(rule(danger))
                && migration(remark.position().line()).equals(migration(lastLabel(danger) + 1));
    }

    private OptionalInt migration(int line) {
        return begins.stream()
                .mapToInt(begin -> begin)
                .filter(begin -> begin <= line)
                .max();
    }
}
