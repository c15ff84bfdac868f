package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.engine.Migration;
import dev.stairway.measure.traffic.Traffic;
import java.sql.SQLException;

/** Lets clients work on the tables that a step touches. */
final class TrafficOnlooker implements Onlooker {

    private final Traffic traffic;
    private final TouchedTables tables;

    TrafficOnlooker(Traffic traffic, TouchedTables tables) {
        this.traffic = traffic;
        this.tables = tables;
    }

    @Override
    public void before(Migration migration, Way way) throws SQLException {
        traffic.start(tables.of(migration, way));
    }

    @Override
    public void begins(Session session) {
        traffic.stepBegins(session);
    }

    @Override
    public void ended(Session session, Seen seen) {
        seen.met(traffic.stop());
    }

    @Override
    public void failed() {
        traffic.stop();
    }
}
