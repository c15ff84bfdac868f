package dev.stairway.safety;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.lint.Remark;
import dev.stairway.lint.waiver.Waiver;
import dev.stairway.lint.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Waivers in the migrations themselves: which of them count, and what is wrong with the others. */
final class WaiverCheck {

    private final Set<String> rules;
    private final LocalDate today;
    private final Waivers waivers;

    /** @param rules ids of all that can be waived */
    WaiverCheck(Set<String> rules, LocalDate today) {
        this.rules = Set.copyOf(rules);
        this.today = today;
        this.waivers = new Waivers(today);
    }

    void read(Collection<MigrationStatements> migrations) {
        waivers.read(migrations);
    }

    /** Those that count. */
    List<Waiver> valid() {
        return waivers.counting().stream()
                .filter(waiver -> rules.contains(waiver.rule()))
                .toList();
    }

    /** What is wrong with the others, and which waive nothing. @param remarks all that were made */
    List<Finding> faults(Collection<Remark> remarks) {
        List<Finding> faults = new ArrayList<>();
        waivers.all().forEach((waiver, migration) -> {
            if (!rules.contains(waiver.rule())) {
                faults.add(fault(
                        Rule.WAIVER_UNKNOWN,
                        waiver,
                        migration,
                        "It waives the rule '" + waiver.rule() + "', which does not exist",
                        "Write the id of a rule as the report shows it"));
            } else if (waiver.reason().isEmpty()) {
                faults.add(fault(
                        Rule.WAIVER_WITHOUT_REASON,
                        waiver,
                        migration,
                        "It waives " + waiver.rule() + " without a reason, so the waiver does not count",
                        "Write why behind the rule: -- stairway: waive " + waiver.rule() + ": the reason"));
            } else if (waiver.expired(today)) {
                faults.add(fault(
                        Rule.WAIVER_EXPIRED,
                        waiver,
                        migration,
                        "Its waiver of " + waiver.rule() + " ended " + ended(waiver),
                        "Do what was put off, or give the waiver a new day and say why"));
            } else if (remarks.stream().noneMatch(remark -> waives(waiver, remark))) {
                faults.add(fault(
                        Rule.WAIVER_UNUSED,
                        waiver,
                        migration,
                        "It waives " + waiver.rule() + ", which finds nothing here",
                        "Remove the waiver, lest it hides what comes later"));
            }
        });
        return faults;
    }

    private static String ended(Waiver waiver) {
        return waiver.until().equals(LocalDate.MIN)
                ? "on a day that is no date (use 2027-03-01)"
                : "on " + waiver.until();
    }

    private static boolean waives(Waiver waiver, Remark remark) {
        return waiver.rule().equals(remark.rule().id())
                && waiver.migration().equals(remark.migration())
                && waiver.covers(remark.position(), remark.column());
    }

    private static Finding fault(Rule rule, Waiver waiver, Migration migration, String title, String remedy) {
        List<String> evidence = waiver.reason().isEmpty() ? List.of() : List.of("its reason: " + waiver.words());
        return new Finding(rule, migration, title, evidence, remedy, waiver.at());
    }
}
