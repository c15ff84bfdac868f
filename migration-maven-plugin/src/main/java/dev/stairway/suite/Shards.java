package dev.stairway.suite;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Severity;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.Planned;
import dev.stairway.metrics.MetricsDocument.ShardPart;
import dev.stairway.metrics.MetricsReader;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The documents of all shards of one run: each once, none missing, all of the same. */
final class Shards {

    private static final String NEXT =
            "Run all shards of one commit with the same settings, and put only those together";

    private record Part(Path file, MetricsDocument document) {

        MetricsDocument.Shard shard() {
            return document.run().shard();
        }

        String name() {
            return "Shard " + shard().index() + " of " + shard().count();
        }
    }

    private final Map<Integer, Part> parts = new TreeMap<>();

    private Shards() {}

    /**
     * @param files at least one
     * @throws ProblemException when they are no whole
     */
    static Shards read(List<Path> files) {
        Shards shards = new Shards();
        files.forEach(file -> shards.add(new Part(file, MetricsReader.read(file))));
        shards.noneMissing();
        shards.parts.values().forEach(Shards::ended);
        shards.parts.values().forEach(shards::likeTheFirst);
        return shards;
    }

    private void add(Part part) {
        if (part.shard() == null) {
            throw ProblemException.setup(
                    "This is the document of a whole run, not of a shard",
                    part.file().toString(),
                    "goal " + part.document().run().goal() + ", without -Dmigration.shard",
                    "Name the documents of shards alone in <shards> (-Dmigration.shards)",
                    null);
        }
        if (!parts.isEmpty() && first().shard().count() != part.shard().count()) {
            throw ProblemException.setup(
                    "The shards are not of one run: " + first().name() + " and "
                            + part.name().toLowerCase(Locale.ROOT),
                    first().file() + " and " + part.file(),
                    "",
                    NEXT,
                    null);
        }
        Part other = parts.putIfAbsent(part.shard().index(), part);
        if (other != null) {
            throw ProblemException.setup(
                    part.name() + " is there twice", other.file() + " and " + part.file(), "", NEXT, null);
        }
    }

    private void noneMissing() {
        int count = first().shard().count();
        List<Integer> missing = IntStream.rangeClosed(1, count)
                .filter(index -> !parts.containsKey(index))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            String names = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw ProblemException.setup(
                    "Shard " + names + " of " + count + (missing.size() == 1 ? " is missing" : " are missing"),
                    "<shards> (-Dmigration.shards): " + parts.size() + " of " + count + " documents are there",
                    cellsOf(missing),
                    "Run it again with -Dmigration.shard=" + missing.get(0) + "/" + count
                            + " and put its metrics.json beside the others",
                    null);
        }
    }

    /** What was to be done there, where that is known. */
    private String cellsOf(List<Integer> missing) {
        return matrix().stream()
                .filter(cell -> missing.contains(cell.shard()))
                .map(Shards::undone)
                .collect(Collectors.joining("\n"));
    }

    private static String undone(Planned cell) {
        boolean walks = cell.part().isEmpty() || cell.part().equals(VerifyParts.TEST);
        return (walks ? "not walked: " : "not done: " + cell.part() + " of ") + cell.changelog() + " on "
                + cell.database() + ", " + cell.scenario();
    }

    private static void ended(Part part) {
        Optional<Finding> stopped = part.document().findings().stream()
                .filter(finding -> finding.rule().equals(Rule.RUN_NOT_POSSIBLE.id()))
                .findFirst();
        if (stopped.isPresent()) {
            throw ProblemException.setup(
                    part.name() + " did not come to its end: " + stopped.get().title(),
                    part.file().toString(),
                    String.join("\n", stopped.get().evidence()),
                    stopped.get().remedy(),
                    null);
        }
    }

    private void likeTheFirst(Part part) {
        Map<String, String> ours = first().shard().inputs();
        Map<String, String> theirs = part.shard().inputs();
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            String one = ours.getOrDefault(name, "");
            String other = theirs.getOrDefault(name, "");
            if (!one.equals(other)) {
                throw ProblemException.setup(
                        "The shards are not of one run: their " + name + " is not the same",
                        first().file() + " and " + part.file(),
                        first().name() + ": " + one + "\n" + part.name() + ": " + other,
                        NEXT,
                        null);
            }
        }
    }

    private Part first() {
        return parts.values().iterator().next();
    }

    /** Of any of them, for what they have in common. */
    MetricsDocument any() {
        return first().document();
    }

    /** In the order of their numbers. */
    List<MetricsDocument> documents() {
        return parts.values().stream().map(Part::document).toList();
    }

    MetricsDocument document(int shard) {
        return parts.get(shard).document();
    }

    /** All cells in order; empty only where every shard stopped before, or only reads. */
    List<Planned> matrix() {
        return parts.values().stream()
                .map(part -> part.shard().matrix())
                .filter(matrix -> !matrix.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What the first one did, which did something of every part, in order; empty where the run did one thing. */
    List<ShardPart> parts() {
        return first().shard().parts();
    }

    /** As if the run had done this part alone. */
    Shards only(String part) {
        Shards only = new Shards();
        parts.forEach((index, one) -> only.parts.put(index, new Part(one.file(), OnePart.of(one.document(), part))));
        return only;
    }

    GateRule gate() {
        MetricsDocument.Shard any = first().shard();
        Severity severity = any.failOnSeverity().equals("NONE") ? null : Severity.valueOf(any.failOnSeverity());
        return new GateRule(severity, any.maxAllowed());
    }

    /** As long as the longest shard took, because they ran side by side. */
    MetricsDocument.Run run() {
        MetricsDocument.Run any = any().run();
        List<MetricsDocument.Run> runs =
                documents().stream().map(MetricsDocument::run).toList();
        return new MetricsDocument.Run(
                runs.stream()
                        .map(MetricsDocument.Run::startedAt)
                        .min(String::compareTo)
                        .orElseThrow(),
                runs.stream()
                        .mapToLong(MetricsDocument.Run::durationMillis)
                        .max()
                        .orElseThrow(),
                any.goal(),
                any.seed(),
                any.project(),
                any.projectName(),
                any.tool());
    }
}
