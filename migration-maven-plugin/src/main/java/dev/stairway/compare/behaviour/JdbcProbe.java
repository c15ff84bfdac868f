package dev.stairway.compare.behaviour;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Probes databases that speak JDBC. Every probe changes one cell of a row that all of them take, in a transaction of its own
 * that is rolled back; the database is put back as a whole afterwards.
 */
public final class JdbcProbe implements BehaviourProbe {

    /** How many tables are written to by two at once: what happens then is the product's way, not the table's. */
    private static final int CONCURRENT_TABLES = 2;

    /** Rows for tables that have none. */
    private static final int ROWS = 5;

    @Override
    public BehaviourReport probe(List<Member> members, long seed) throws SQLException {
        Map<Member, Checkpoint> before = new LinkedHashMap<>();
        try {
            for (Member member : members) {
                before.put(member, member.database().checkpoint());
            }
            try (SameRows rows = new SameRows(ROWS, seed)) {
                rows.fill(members);
            }
            return report(Found.of(members), seed);
        } finally {
            before.forEach((member, checkpoint) -> {
                member.database().restore(checkpoint);
                checkpoint.close();
            });
        }
    }

    private static BehaviourReport report(List<Found> all, long seed) throws SQLException {
        List<String> notProbed = new ArrayList<>();
        Map<String, TableCase> cases = cases(all, seed, notProbed);
        List<Answers> answers = answers(all, cases, notProbed);
        for (Answers each : answers) {
            if (!each.unprepared().isEmpty()) {
                Probe probe = each.probe();
                notProbed.add(probe.subject().name() + ", " + probe.what() + ": " + each.unprepared());
            }
        }
        Unprobed.types(cases.values(), notProbed);
        return new BehaviourReport(probed(answers), Grouping.of(answers), notProbed);
    }

    /** @param cases loses those whose rows are not taken */
    private static List<Answers> answers(List<Found> all, Map<String, TableCase> cases, List<String> notProbed)
            throws SQLException {
        List<Stage> stages = new ArrayList<>();
        try {
            for (Found found : all) {
                stages.add(Stage.open(found.member(), found.tables()));
            }
            for (TableCase table : List.copyOf(cases.values())) {
                TableCase taken = taken(table, stages, notProbed);
                if (taken.spares().isEmpty()) {
                    cases.remove(table.name());
                } else {
                    cases.put(table.name(), taken);
                }
            }
            List<Answers> answers = new ArrayList<>();
            for (Probe probe : probes(cases, patient(stages, notProbed))) {
                answers.add(answers(probe, stages));
            }
            return answers;
        } finally {
            for (Stage stage : stages) {
                stage.close();
            }
        }
    }

    private static Map<String, TableCase> cases(List<Found> all, long seed, List<String> notProbed)
            throws SQLException {
        Set<String> names = new TreeSet<>();
        all.forEach(found -> names.addAll(found.tables().keySet()));
        Set<String> everywhere = new TreeSet<>(names);
        all.forEach(found -> everywhere.retainAll(found.tables().keySet()));
        names.stream()
                .filter(name -> !everywhere.contains(name))
                .forEach(name -> notProbed.add(name + ": not on every database"));
        Spares spares = Spares.of(Found.strictest(all), everywhere, seed);
        Map<String, TableCase> cases = new TreeMap<>();
        for (String name : everywhere) {
            if (spares.of(name).isEmpty()) {
                notProbed.add(name + ": " + spares.reason(name));
            } else {
                cases.put(name, Cases.of(name, all, spares));
            }
        }
        return cases;
    }

    /** A row that is refused as it is would say nothing of what was changed in it. */
    private static TableCase taken(TableCase table, List<Stage> stages, List<String> notProbed) throws SQLException {
        Subject subject = new Subject(table.name(), "", null);
        List<Map<String, Cell>> taken = new ArrayList<>();
        String refusal = "";
        for (Map<String, Cell> spare : table.spares()) {
            Probe control = new Probe(ProbeKind.CHECK, subject, "", "", stage -> {
                stage.insert(table.name(), spare);
                return Stored.NOTHING;
            });
            String refused = refusal(answers(control, stages));
            if (refused.isEmpty()) {
                taken.add(spare);
            } else {
                refusal = refused;
            }
        }
        if (taken.isEmpty()) {
            notProbed.add(table.name() + ": " + refusal);
        }
        return table.withSpares(taken);
    }

    private static String refusal(Answers control) {
        return control.told().entrySet().stream()
                .filter(told -> !told.getValue().accepted()
                        || !told.getValue().unprepared().isEmpty())
                .map(told -> told.getKey() + " refuses a row that the strictest database takes: "
                        + told.getValue().error() + told.getValue().unprepared())
                .findFirst()
                .orElse("");
    }

    /** False where some database may let a statement wait for ever: nobody may try then what waits. */
    private static boolean patient(List<Stage> stages, List<String> notProbed) {
        List<String> endless = stages.stream()
                .filter(stage -> !stage.limitsWaiting())
                .map(stage -> stage.id().toString())
                .toList();
        if (!endless.isEmpty()) {
            notProbed.add("two writers at once: no limit for waiting is known of " + String.join(", ", endless));
        }
        return endless.isEmpty();
    }

    /** @param concurrently true to try two writers at once, too */
    private static List<Probe> probes(Map<String, TableCase> cases, boolean concurrently) {
        List<Probe> probes = new ArrayList<>();
        Set<String> concurrent = new TreeSet<>();
        for (TableCase table : cases.values()) {
            for (Generator generator : DefaultProbes.all()) {
                generator.probes(table, cases, probes::add);
            }
            if (concurrently && concurrent.size() < CONCURRENT_TABLES) {
                new WriteProbes().probes(table, cases, probe -> {
                    probes.add(probe);
                    concurrent.add(table.name());
                });
            }
            if (probes.stream().noneMatch(probe -> probe.kind() == ProbeKind.UNASKED_REFERENCE)) {
                new UnaskedProbes().probes(table, cases, probes::add);
            }
        }
        return probes;
    }

    private static Answers answers(Probe probe, List<Stage> stages) throws SQLException {
        Map<DatabaseId, Told> told = new LinkedHashMap<>();
        for (Stage stage : stages) {
            told.put(stage.id(), stage.run(probe));
        }
        return new Answers(probe, told);
    }

    private static List<Probed> probed(List<Answers> all) {
        return all.stream()
                .filter(answers -> answers.unprepared().isEmpty())
                .map(answers -> {
                    Map<DatabaseId, Outcome> outcomes = new LinkedHashMap<>();
                    answers.told().forEach((id, told) -> outcomes.put(id, told.outcome()));
                    Probe probe = answers.probe();
                    Subject subject = probe.subject();
                    return new Probed(probe.kind(), subject.table(), subject.column(), probe.what(), outcomes);
                })
                .toList();
    }
}
