package dev.stairway.compare.cross;

import dev.stairway.compare.Databases;
import dev.stairway.compare.cross.CrossOptions.Accepted;
import dev.stairway.compare.cross.Told.Kind;
import dev.stairway.compare.cross.Told.Status;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Differences as findings: each that is open by itself, those of one known reason together. */
public final class CrossFindings {

    private static final int SUBJECTS = 10;
    private static final String ACCEPT =
            "or say in <acceptedDifferences> why the project lives with it: <difference>%s</difference>";

    private CrossFindings() {}

    /** @param told of one report */
    public static List<Finding> of(CrossReport report, List<Told> told) {
        List<Finding> findings = new ArrayList<>();
        told.stream().filter(each -> each.status() == Status.OPEN).forEach(each -> findings.add(open(each)));
        Map<String, List<Told>> known = new LinkedHashMap<>();
        told.stream()
                .filter(each -> each.status() != Status.OPEN)
                .forEach(each -> known.computeIfAbsent(each.status() + each.reason(), reason -> new ArrayList<>())
                        .add(each));
        known.values().forEach(alike -> findings.add(known(alike)));
        List<String> not = Stream.concat(report.notCompared().stream(), report.behaviour().notProbed().stream())
                .toList();
        if (!not.isEmpty()) {
            findings.add(notCompared(not));
        }
        return findings;
    }

    /** @param unused patterns that nothing matched */
    public static List<Finding> unused(List<Accepted> unused) {
        return unused.stream()
                .map(accepted -> new Finding(
                        Rule.ACCEPTED_DIFFERENCE_UNUSED,
                        null,
                        "Nothing differs as <acceptedDifferences> says of " + accepted.difference(),
                        List.of("accepted because: " + accepted.reason()),
                        "Remove it, so that it does not hide what may differ later"))
                .toList();
    }

    private static Finding open(Told told) {
        return new Finding(rule(told), told.migration(), title(told), evidence(told), remedy(told));
    }

    private static Rule rule(Told told) {
        return switch (told.kind()) {
            case MIGRATION -> told.aspect().isEmpty() ? Rule.MIGRATES_ON_ONE_ONLY : Rule.MIGRATION_FAILS;
            case SCHEMA -> Rule.SCHEMA_DIFFERS_BETWEEN_DATABASES;
            case DATA -> Rule.DATA_DIFFERS_BETWEEN_DATABASES;
            case BEHAVIOUR -> Rule.BEHAVES_DIFFERENTLY;
        };
    }

    private static String title(Told told) {
        return switch (told.kind()) {
            case MIGRATION ->
                told.aspect().isEmpty()
                        ? "Not every database can apply it: " + told.what()
                        : "No database can apply it: " + told.what();
            case SCHEMA -> "Databases do not have the same schema: " + told.what();
            case DATA -> "Databases do not hold the same rows: " + told.what();
            case BEHAVIOUR -> "Databases do not do the same: " + told.what();
        };
    }

    private static List<String> evidence(Told told) {
        List<String> evidence = new ArrayList<>();
        told.sides().forEach(side -> evidence.add(Databases.words(side.databases()) + ": " + side.says()));
        evidence.addAll(told.details());
        if (told.kind() == Kind.SCHEMA || told.kind() == Kind.DATA) {
            evidence.add(
                    told.migration() == null
                            ? "it was so before the first migration"
                            : "it is so since " + told.migration().id());
        }
        return evidence;
    }

    private static String remedy(Told told) {
        if (told.kind() == Kind.MIGRATION) {
            return told.aspect().isEmpty()
                    ? "Write it in SQL that every database understands, or one changeset per database (dbms) that leaves"
                            + " the same behind"
                    : "Read what the server says, and correct the migration";
        }
        String first = told.reason().isEmpty() ? usual(told) : told.reason();
        return first + (first.endsWith(".") ? " " : ", ") + ACCEPT.formatted(told.pattern());
    }

    private static String usual(Told told) {
        return switch (told.kind()) {
            case SCHEMA -> "Give every database the same in a further migration";
            case DATA -> "Write the migration so that it gives the same values everywhere";
            default -> "Add a constraint that makes every database do the same";
        };
    }

    private static Finding known(List<Told> alike) {
        Told first = alike.get(0);
        List<String> evidence = new ArrayList<>();
        alike.stream().limit(SUBJECTS).forEach(told -> evidence.add(told.what()));
        if (alike.size() > SUBJECTS) {
            evidence.add("and " + (alike.size() - SUBJECTS) + " more");
        }
        String count = alike.size() == 1 ? "One difference" : alike.size() + " differences";
        String title = first.status() == Status.ACCEPTED
                ? count + " accepted: " + first.reason()
                : count + " that no migration takes away: " + sentence(first.reason());
        return new Finding(
                Rule.KNOWN_DIFFERENCE,
                null,
                title,
                evidence,
                "Know it when the application runs on these databases; nothing has to be done");
    }

    /** The first one of several. */
    private static String sentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end);
    }

    private static Finding notCompared(List<String> not) {
        return new Finding(
                Rule.NOT_COMPARED,
                null,
                not.size() == 1 ? "One thing could not be compared" : not.size() + " things could not be compared",
                not,
                "Compare it by hand where it matters");
    }
}
