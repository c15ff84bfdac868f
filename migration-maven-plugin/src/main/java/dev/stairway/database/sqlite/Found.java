package dev.stairway.database.sqlite;

/** The calls that were loaded beside a driver. */
final class Found {

    /** Kept with the class of the connection, so that it goes with the driver. */
    static final ClassValue<SqliteCalls> BY_CONNECTION = new ClassValue<>() {
        @Override
        protected SqliteCalls computeValue(Class<?> connection) {
            return in(connection.getClassLoader());
        }
    };

    /** Not part of this package, so that a driver's class loader has one of its own. */
    static final String PACKAGE = Found.class.getPackageName() + ".driver";

    private Found() {}

    static SqliteCalls in(ClassLoader driver) {
        try {
            return (SqliteCalls) Class.forName(PACKAGE + ".DriverCalls", true, driver)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a driver that SqliteServer has loaded: " + driver, e);
        }
    }
}
