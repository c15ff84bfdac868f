package dev.stairway.compare.cross;

import dev.stairway.compare.Databases;
import dev.stairway.compare.behaviour.BehaviourDifference;
import dev.stairway.compare.behaviour.DataDifference;
import dev.stairway.compare.cross.CrossOptions.Accepted;
import dev.stairway.compare.cross.Told.Kind;
import dev.stairway.compare.cross.Told.Status;
import dev.stairway.compare.schema.SchemaDifference;
import dev.stairway.finding.IdPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what was seen into what is told, and takes what the user accepts out of it. */
public final class Telling {

    private final List<Accepted> accepted;
    private final Set<Accepted> used = new LinkedHashSet<>();

    public Telling(List<Accepted> accepted) {
        this.accepted = List.copyOf(accepted);
    }

    /** Migrations first, then schema, data and behaviour. */
    public List<Told> of(CrossReport report) {
        List<Told> told = new ArrayList<>();
        report.splits().forEach(split -> told.add(split(split)));
        report.schema().forEach(since -> told.add(schema(since)));
        report.data().forEach(since -> told.add(data(since)));
        report.behaviour().differences().forEach(difference -> told.add(behaviour(difference)));
        return told.stream().map(this::judged).toList();
    }

    /** What the user accepts and nobody has seen, in all that was told so far. */
    public List<Accepted> unused() {
        return accepted.stream().filter(each -> !used.contains(each)).toList();
    }

    private Told judged(Told told) {
        if (told.kind() == Kind.MIGRATION) {
            // It fails, and what comes after it was not compared: nothing to live with.
            return told;
        }
        for (Accepted each : accepted) {
            if (IdPattern.of(each.difference()).matches(told.pattern(), told.subject())) {
                used.add(each);
                return told.status() == Status.OPEN ? told.accepted(each.reason()) : told;
            }
        }
        return told;
    }

    private static Told split(Split split) {
        String words = split.sides().stream()
                .map(side -> side.says() + " on " + Databases.words(side.databases()))
                .collect(Collectors.joining(", "));
        return new Told(
                Kind.MIGRATION,
                split.migration().id(),
                split.everywhere() ? "everywhere" : "",
                words,
                split.migration(),
                split.sides(),
                Status.OPEN,
                "",
                "",
                List.of());
    }

    private static Told schema(Since<SchemaDifference> since) {
        SchemaDifference difference = since.difference();
        return new Told(
                Kind.SCHEMA,
                difference.item().subject(),
                difference.aspect().id(),
                difference.what(),
                since.migration(),
                difference.sides(),
                status(difference.explained()),
                difference.reasonId(),
                difference.reason(),
                List.of());
    }

    private static Told data(Since<DataDifference> since) {
        DataDifference difference = since.difference();
        return new Told(
                Kind.DATA,
                subject(difference.table(), difference.column()),
                difference.column().isEmpty() ? "rows" : "values",
                difference.what(),
                since.migration(),
                difference.sides(),
                status(difference.explained()),
                "",
                difference.reason(),
                List.of());
    }

    /** What is the same in many columns goes by its reason, so that it can be accepted as a whole. */
    private static Told behaviour(BehaviourDifference difference) {
        boolean known = !difference.reason().isEmpty();
        List<String> details = new ArrayList<>(difference.examples());
        details.add("columns: " + String.join(", ", difference.columns()));
        return new Told(
                Kind.BEHAVIOUR,
                known ? difference.reasonId() : subject(difference.table(), difference.column()),
                difference.kind().id(),
                difference.what(),
                null,
                difference.sides(),
                status(difference.explained()),
                known ? difference.reasonId() : "",
                difference.reason(),
                details);
    }

    private static Status status(boolean explained) {
        return explained ? Status.KNOWN : Status.OPEN;
    }

    private static String subject(String table, String column) {
        return column.isEmpty() ? table : table + "." + column;
    }
}
