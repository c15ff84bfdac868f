package dev.stairway.database.jdbc;

import dev.stairway.database.Work;
import java.util.ArrayList;
import java.util.List;

/** Collects what a step executed. */
final class Recorder {

    private final List<Work.Statement> statements = new ArrayList<>();
    private long nanos;

    void clear() {
        statements.clear();
        nanos = 0;
    }

    void add(Work.Statement statement) {
        statements.add(statement);
    }

    void spent(long more) {
        nanos += more;
    }

    Work work() {
        return new Work(statements, nanos);
    }
}
