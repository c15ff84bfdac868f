package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What every operation on one database is given.
 *
 * @param engine that runs the changelog
 * @param drivers class loader that holds the driver of SQLite
 * @param progress told in lines, as things happen
 */
public record Operation(
        NamedTarget target,
        Engine engine,
        ChangelogSource source,
        OperationOptions options,
        Confirmation confirmation,
        ClassLoader drivers,
        Clock clock,
        Consumer<String> progress) {

    StatusReader history() {
        return new StatusReader(engine, source);
    }

    Backups backups() {
        return new Backups(target, options, drivers, clock, progress);
    }

    Look look(boolean statements) {
        return Look.at(target, options, history(), drivers, statements);
    }

    /** @param statement how long one may take */
    OperatedServer working(Duration statement) {
        return OperatedServer.open(
                target,
                new SessionLimits(options.times().connect(), options.times().lock(), statement, false),
                drivers);
    }

    /** For questions before and afterwards, which write nothing. */
    OperatedServer asking() {
        OperationOptions.Times times = options.times();
        return OperatedServer.open(
                target, new SessionLimits(times.connect(), times.lock(), times.validation(), true), drivers);
    }

    NextCommand next() {
        return new NextCommand(target, options.environment());
    }
}
