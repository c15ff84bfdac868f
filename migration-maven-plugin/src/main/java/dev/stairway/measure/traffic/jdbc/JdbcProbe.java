package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.Outcome;
import dev.stairway.measure.traffic.Probe;
import java.sql.SQLException;

/** A client with a connection that it opens anew when it was lost. */
abstract class JdbcProbe implements Probe {

    private final JdbcDatabase database;
    private final Dialect dialect;
    private volatile Line line;
    private volatile boolean ended;

    JdbcProbe(JdbcDatabase database, Dialect dialect) throws SQLException {
        this.database = database;
        this.dialect = dialect;
        this.line = Line.open(database, dialect);
    }

    final Dialect dialect() {
        return dialect;
    }

    abstract void call(Line connected) throws SQLException;

    /** After a failure: looks at the database anew. False when there is nothing to ask any more. */
    abstract boolean learn(Line connected) throws SQLException;

    @Override
    public final Outcome call() {
        try {
            call(line);
            return Outcome.ANSWERED;
        } catch (SQLException failure) {
            Outcome outcome = new Outcome(dialect.text(failure), dialect.deadlock(failure), false);
            return goesOn(failure) ? outcome : outcome.andLast();
        }
    }

    // A failure of this is not told: the one before was, and the client ends.
    private boolean goesOn(SQLException failure) {
        try {
            if (ended) {
                return false;
            }
            if (dialect.lost(failure)) {
                reconnect();
            } else {
                dialect.recover(line.statement());
            }
            return !ended && learn(line);
        } catch (SQLException useless) {
            return false;
        }
    }

    private void reconnect() throws SQLException {
        line.close();
        if (!ended) {
            line = Line.open(database, dialect);
        }
    }

    @Override
    public final void cancel() {
        ended = true;
        try {
            line.cancel();
        } catch (SQLException unreachable) {
            // Then its connection is ended, which is what follows for a call that does not end.
            return;
        }
    }

    @Override
    public final void close() {
        ended = true;
        try {
            line.close();
        } catch (SQLException gone) {
            // Nobody will use it again.
            return;
        }
    }
}
