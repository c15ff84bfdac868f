package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.lint.Ledger;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** To which release migrations belong that do not run: to that of the next one that does, at the end to that of the last. */
final class LeftOut {

    /** Those that the order of the changelog does not know: they belong to every release. */
    private final List<MigrationStatements> anywhere = new ArrayList<>();

    private final Map<String, List<MigrationStatements>> byNext = new HashMap<>();
    private final List<MigrationStatements> atTheEnd = new ArrayList<>();
    /** Ids of those that run and that no release has had yet. */
    private final Set<String> toCome = new HashSet<>();

    LeftOut(Ledger ledger) {
        Map<String, List<MigrationStatements>> waiting = new HashMap<>();
        ledger.leftOut()
                .forEach(said -> waiting.computeIfAbsent(said.migration().id(), none -> new ArrayList<>())
                        .add(said));
        List<MigrationStatements> before = atTheEnd;
        List<String> order = ledger.order();
        for (int at = order.size() - 1; at >= 0; at--) {
            String id = order.get(at);
            if (waiting.containsKey(id)) {
                before.addAll(0, waiting.get(id));
            } else {
                toCome.add(id);
                before = byNext.computeIfAbsent(id, none -> new ArrayList<>());
            }
        }
        Set<String> known = new HashSet<>(order);
        ledger.leftOut().stream()
                .filter(said -> !known.contains(said.migration().id()))
                .forEach(anywhere::add);
    }

    void released(MigrationView migration) {
        toCome.remove(migration.id());
    }

    /** Those of a release whose past is told. */
    List<MigrationStatements> of(ReleaseView release) {
        List<MigrationStatements> all = new ArrayList<>(anywhere);
        Set<String> here = new HashSet<>();
        for (MigrationView migration : release.migrations()) {
            if (here.add(migration.id())) {
                all.addAll(byNext.getOrDefault(migration.id(), List.of()));
            }
        }
        if (toCome.size() <= here.size() && here.containsAll(toCome)) {
            all.addAll(atTheEnd);
        }
        return all;
    }
}
