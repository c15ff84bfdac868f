package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.data.fixture.Fixture;
import dev.stairway.data.fixture.FixtureLoader;
import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Files of rows that the user wants in the tables, each loaded into all databases at the same moment: behind the migration
 * that it names, else as soon as the tables have its columns everywhere.
 */
public final class SameFixtures {

    private final List<Part> parts;
    private final List<String> refused = new ArrayList<>();
    private int done;

    /** @param migrations those of all databases, in the order in which they are applied */
    public SameFixtures(List<Fixture> fixtures, List<Migration> migrations) {
        this.parts =
                fixtures.stream().map(fixture -> new Part(fixture, migrations)).toList();
    }

    /** One more migration is behind. */
    void done() {
        done++;
    }

    /** True when some file is still to be loaded, or is loaded again and again. */
    boolean waits() {
        return parts.stream().anyMatch(part -> part.waits() || part.repeats());
    }

    /** Loads those whose moment has come; true when there were any. */
    boolean load(List<Member> members) throws SQLException {
        boolean loaded = false;
        for (Part part : parts) {
            if (part.due(members)) {
                for (Member member : members) {
                    load(part, member);
                }
                part.loads++;
                loaded = true;
            }
        }
        return loaded;
    }

    private void load(Part part, Member member) throws SQLException {
        try {
            part.loader(member).load();
        } catch (ProblemException problem) {
            // A file that one product takes and another refuses makes the rows differ, which is told as such.
            part.refused = true;
            refused.add(problem.problem().what());
        }
    }

    /** Plain lower-case names of tables that wait for a file: who made rows up for them would take the keys of its own. */
    Set<String> held(List<Member> members) {
        Set<String> names = new TreeSet<>();
        for (Part part : parts) {
            if (part.waits()) {
                part.loader(members.get(0)).tables().forEach(table -> names.add(plain(table)));
            }
        }
        return names;
    }

    /** What was not loaded, and why, for people. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(refused);
        parts.stream().filter(Part::waits).map(Part::waited).forEach(notes::add);
        return notes;
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** One file. */
    private final class Part {

        private final Fixture fixture;
        /** How many migrations must be behind; negative where none is called so. */
        private final int after;

        private final Map<DatabaseId, FixtureLoader> loaders = new HashMap<>();
        private int loads;
        private boolean refused;

        Part(Fixture fixture, List<Migration> migrations) {
            this.fixture = fixture;
            this.after = fixture.after().isEmpty() ? 0 : after(IdPattern.of(fixture.after()), migrations);
        }

        /** All up to the last one that is meant. */
        private static int after(IdPattern pattern, List<Migration> migrations) {
            for (int i = migrations.size(); i > 0; i--) {
                Migration migration = migrations.get(i - 1);
                if (pattern.matches(migration.id(), migration.name())) {
                    return i;
                }
            }
            return -1;
        }

        boolean waits() {
            return loads == 0;
        }

        boolean repeats() {
            return fixture.repeats() && !refused;
        }

        boolean due(List<Member> members) {
            if (!waits()) {
                return repeats();
            }
            return fixture.after().isEmpty() ? members.stream().allMatch(this::fits) : after >= 0 && done >= after;
        }

        private boolean fits(Member member) {
            FixtureLoader loader = loader(member);
            return loader.tables().stream().allMatch(name -> {
                LogicalTable table = member.schema().tables().get(plain(name));
                return table != null && columns(table).containsAll(lowerCase(loader.columns(name)));
            });
        }

        private static Set<String> columns(LogicalTable table) {
            return lowerCase(table.columns().stream().map(LogicalColumn::name).toList());
        }

        private static Set<String> lowerCase(List<String> names) {
            return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        }

        private FixtureLoader loader(Member member) {
            return loaders.computeIfAbsent(member.id(), id -> FixtureLoader.open(member.database(), fixture));
        }

        String waited() {
            String why = after < 0
                    ? "no migration is called " + fixture.after()
                    : "its tables never had all of its columns on every database";
            return "fixture " + fixture.shownAs() + " was not loaded: " + why;
        }
    }
}
