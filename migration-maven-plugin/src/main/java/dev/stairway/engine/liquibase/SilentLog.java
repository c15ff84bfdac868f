package dev.stairway.engine.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** Nobody reads Liquibase's log; its own silent one is not in every release. */
final class SilentLog extends AbstractLogService {

    private static final Logger LOGGER = new AbstractLogger() {
        @Override
        public void log(Level level, String message, Throwable failure) {}
    };

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    // Liquibase's own signature.
    @SuppressWarnings("rawtypes")
    @Override
    public Logger getLog(Class type) {
        return LOGGER;
    }
}
