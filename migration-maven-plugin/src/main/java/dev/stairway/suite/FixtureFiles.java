package dev.stairway.suite;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.data.fixture.FixtureLoader;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.stream.Stream;

/** What can be said of the fixtures before any database runs, so that nobody waits for it. */
final class FixtureFiles {

    private FixtureFiles() {}

    /** @throws ProblemException with file and line of what is wrong */
    static void check(SuiteOptions options) {
        List<String> changelogs = options.changelogs().stream()
                .filter(changelog -> !changelog.engine().equals("redis"))
                .map(NamedChangelog::id)
                .toList();
        for (Fixture fixture : options.walk().rows().fixtures()) {
            changelog(fixture, changelogs);
            scenarios(fixture, options.scenarios());
            FixtureLoader.check(fixture);
        }
    }

    private static void changelog(Fixture fixture, List<String> changelogs) {
        if (changelogs.isEmpty()) {
            throw ProblemException.setup(
                    "The fixture " + fixture.shownAs() + " is for tables, and no changelog has any",
                    "<fixtures> in the pom",
                    "",
                    "Keys of Redis come from the <data> of its <changelog>",
                    null);
        }
        boolean named = !fixture.changelog().isEmpty();
        if (named ? !changelogs.contains(fixture.changelog()) : changelogs.size() > 1) {
            throw ProblemException.setup(
                    named
                            ? "The fixture " + fixture.shownAs() + " is for a changelog that is not there"
                            : "The fixture " + fixture.shownAs() + " does not say whose tables it fills",
                    "<changelog> of the <fixture>",
                    "the changelogs for tables are " + String.join(", ", changelogs),
                    "Name one of them in <changelog>",
                    null);
        }
    }

    private static void scenarios(Fixture fixture, List<Scenario> scenarios) {
        List<String> known = Stream.concat(
                        Stream.of("sample", "large"), scenarios.stream().map(Scenario::name))
                .toList();
        for (String name : fixture.scenarios()) {
            if (!known.contains(name)) {
                throw ProblemException.setup(
                        "The fixture " + fixture.shownAs() + " is for a scenario that is not there",
                        "<scenarios> of the <fixture>",
                        name,
                        "Use one of "
                                + String.join(", ", known.stream().distinct().toList()),
                        null);
            }
        }
    }
}
