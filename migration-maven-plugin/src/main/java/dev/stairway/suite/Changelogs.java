package dev.stairway.suite;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.metrics.MetricsAssembler;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads the changelogs of a run through their engines. */
final class Changelogs {

    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final SuiteListener listener;

    Changelogs(SuiteOptions options, Map<String, Engine> engines, SuiteListener listener) {
        this.options = options;
        this.engines = engines;
        this.listener = listener;
    }

    void read(BiConsumer<NamedChangelog, Changelog> each) {
        for (NamedChangelog named : options.changelogs()) {
            Engine engine = engines.get(named.engine());
            Changelog changelog = engine.read(named.source());
            listener.changelog(named, engine.library(named.source()), changelog);
            each.accept(named, changelog);
        }
    }

    ChangelogEntry entry(NamedChangelog named, Changelog changelog) {
        Engine engine = engines.get(named.engine());
        return MetricsAssembler.changelog(named.id(), engine.name(), engine.library(named.source()), changelog);
    }
}
