package dev.stairway.database.jdbc;

/**
 * Keeps MariaDB's driver from printing each statement that fails on the console, which it does where no logger is near: a
 * statement that fails is what a walk is about. It asks once, when its loggers are loaded.
 */
public final class QuietMariaDb {

    private static final String LOGGING = "mariadb.logging.disable";

    private QuietMariaDb() {}

    /** @param loader that may hold the driver */
    public static synchronized void in(ClassLoader loader) {
        String before = System.getProperty(LOGGING);
        try {
            System.setProperty(LOGGING, "true");
            Class.forName("org.mariadb.jdbc.util.log.Loggers", true, loader);
        } catch (ClassNotFoundException | LinkageError otherDriver) {
            // Nothing to be quieted.
            return;
        } finally {
            if (before == null) {
                System.clearProperty(LOGGING);
            } else {
                System.setProperty(LOGGING, before);
            }
        }
    }
}
