package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.RelationLock;
import java.util.Optional;

/** An index made anew. https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY */
final class ReindexForm implements Form {

    @Override
    public Optional<Advised> look(Words words, Observed observed) {
        if (!words.take("REINDEX") || !words.comes("INDEX") && !words.comes("TABLE")) {
            return Optional.empty();
        }
        String kind = words.take("INDEX") ? "INDEX" : "TABLE";
        words.take("TABLE");
        if (words.comes("CONCURRENTLY")) {
            return Optional.empty();
        }
        String name = words.name();
        return observed.trace().locks().stream()
                .map(RelationLock::relation)
                .flatMap(relation -> observed.keptAway(relation).stream())
                .findFirst()
                .map(lock -> new Advised(
                        Rule.INDEX_KEEPS_WRITERS_AWAY,
                        lock,
                        "makes an index anew",
                        "REINDEX " + kind + " CONCURRENTLY " + name + ";" + IndexForm.OUTSIDE));
    }
}
