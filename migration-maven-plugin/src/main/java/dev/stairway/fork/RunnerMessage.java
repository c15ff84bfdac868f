package dev.stairway.fork;

import dev.stairway.crash.Runner.Applied;

/**
 * What a runner says; exactly one component is not null.
 *
 * @param reached the number of the statement at which it waits, or which it is about to send; 0 when it waits for orders
 * @param applied what became of a migration
 * @param ended true at the end
 */
record RunnerMessage(Integer reached, Applied applied, Boolean ended) {

    static RunnerMessage reached(int statement) {
        return new RunnerMessage(statement, null, null);
    }

    static RunnerMessage applied(Applied migration) {
        return new RunnerMessage(null, migration, null);
    }

    static RunnerMessage end() {
        return new RunnerMessage(null, null, true);
    }
}
