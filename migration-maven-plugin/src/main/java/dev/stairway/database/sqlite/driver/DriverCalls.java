package dev.stairway.database.sqlite.driver;

import dev.stairway.database.sqlite.SqliteCalls;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** The driver of this class loader. Public for the class loader. */
public final class DriverCalls implements SqliteCalls {

    private static final boolean HAS_IMAGES = Stream.of(SQLiteConnection.class.getMethods())
            .anyMatch(method -> method.getName().equals("serialize"));

    @Override
    public boolean hasImages() {
        return HAS_IMAGES;
    }

    @Override
    public byte[] image(Connection connection) throws SQLException {
        return connection.unwrap(SQLiteConnection.class).serialize("main");
    }

    @Override
    public Interrupting interrupt(Connection connection, int instructions, BooleanSupplier when) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        ProgressHandler.setHandler(sqlite, instructions, new ProgressHandler() {
            @Override
            protected int progress() {
                return when.getAsBoolean() ? 1 : 0;
            }
        });
        return () -> ProgressHandler.clearHandler(sqlite);
    }

    // DriverManager takes this from a class of the driver's own class loader only.
    @Override
    public void unregisterDriver() throws SQLException {
        List<Driver> own = DriverManager.drivers()
                .filter(driver ->
                        driver.getClass().getClassLoader() == getClass().getClassLoader())
                .toList();
        for (Driver driver : own) {
            DriverManager.deregisterDriver(driver);
        }
    }
}
