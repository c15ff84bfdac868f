package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import java.util.Optional;

/** Anything else that has a table written anew. */
final class RewriteForm implements Form {

    @Override
    public Optional<Advised> look(Words words, Observed observed) {
        return observed.trace().rewrites().stream()
                .flatMap(relation -> observed.keptAwayWhileRewriting(relation).stream())
                .findFirst()
                .map(lock -> new Advised(
                        Rule.TABLE_WRITTEN_ANEW,
                        lock,
                        "writes every row anew",
                        "a new table or column beside the old one that is filled in batches and then takes its place, or"
                                + " this very statement in a window in which nobody works on " + lock.relation()));
    }
}
