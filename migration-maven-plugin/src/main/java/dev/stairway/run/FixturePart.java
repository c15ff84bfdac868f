package dev.stairway.run;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.data.fixture.FixtureLoader;
import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import dev.stairway.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One fixture on its way through a cell. */
final class FixturePart {

    private static final int SHOWN = 10;

    private final FixtureLoader loader;
    private final int after;
    private String reason = "";
    private String loadedAfter = "";
    private SortedMap<String, Long> rows = new TreeMap<>();
    private int loads;
    private int rebuilds;

    FixturePart(FixtureLoader loader, List<Migration> migrations) {
        this.loader = loader;
        this.after = named() ? after(migrations) : 0;
    }

    /** How many migrations must be behind: all up to the last one that is meant. */
    private int after(List<Migration> migrations) {
        IdPattern pattern = IdPattern.of(loader.fixture().after());
        for (int i = migrations.size(); i > 0; i--) {
            Migration migration = migrations.get(i - 1);
            if (pattern.matches(migration.id(), migration.name())) {
                reason = migration
                        .notApplicable()
                        .map(why -> "its migration does not run here: " + why)
                        .orElse("");
                return i;
            }
        }
        return -1;
    }

    /** What is wrong with the migration that it names, if anything is. */
    Optional<Problem> unmatched(List<Migration> migrations) {
        if (after >= 0) {
            return Optional.empty();
        }
        Fixture fixture = loader.fixture();
        List<String> ids = Migration.ids(migrations);
        String more = ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "";
        return Optional.of(new Problem(
                "Fixture " + fixture.shownAs() + ": no migration is called " + fixture.after()
                        + "; nothing of it was loaded",
                "<after> of the <fixture> " + fixture.shownAs(),
                "the migrations are " + String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))) + more,
                "Write an id or a name; * stands for anything"));
    }

    FixtureLoader loader() {
        return loader;
    }

    /** True when the user names the migration before it. */
    boolean named() {
        return !loader.fixture().after().isEmpty();
    }

    int after() {
        return after;
    }

    boolean loadedBefore() {
        return loads > 0;
    }

    /** True when its first loading is still to come. */
    boolean waits() {
        return loads == 0 && reason.isEmpty();
    }

    /** @param rowlessRebuilds how often the cell has lost all rows so far */
    boolean wanted(int rowlessRebuilds) {
        return reason.isEmpty() && (loads == 0 || loader.fixture().repeats() || rebuilds < rowlessRebuilds);
    }

    void loaded(SortedMap<String, Long> loaded, String last, int rowlessRebuilds) {
        if (loads == 0) {
            rows = loaded;
            loadedAfter = last;
        }
        loads++;
        rebuilds = rowlessRebuilds;
    }

    void failed(String why) {
        reason = why;
    }

    FixtureUse use() {
        return new FixtureUse(loader.fixture().shownAs(), loadedAfter, loads, rows, reason);
    }
}
