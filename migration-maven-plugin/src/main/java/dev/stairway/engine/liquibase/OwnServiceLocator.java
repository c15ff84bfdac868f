package dev.stairway.engine.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import liquibase.servicelocator.StandardServiceLocator;

/**
 * Finds Liquibase's parts and extensions beside Liquibase itself, never on the project's class path: the project may
 * hold another release, whose parts do not fit.
 */
final class OwnServiceLocator extends StandardServiceLocator {

    @Override
    public <T> List<T> findInstances(Class<T> type) {
        List<T> found = new ArrayList<>();
        var services =
                ServiceLoader.load(type, getClass().getClassLoader()).stream().iterator();
        while (services.hasNext()) {
            try {
                found.add(services.next().get());
            } catch (ServiceConfigurationError | LinkageError notUsable) {
                // A part for a product or Java release that is not here; Liquibase skips it in the same way.
                continue;
            }
        }
        return List.copyOf(found);
    }
}
