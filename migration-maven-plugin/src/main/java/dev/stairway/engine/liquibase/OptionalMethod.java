package dev.stairway.engine.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A public method that only some releases of Liquibase have; the classes that use one say which.
 *
 * @param method null where the release in use has none
 */
record OptionalMethod(Method method) {

    static OptionalMethod of(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return new OptionalMethod(owner.getMethod(name, parameters));
        } catch (NoSuchMethodException notInThisRelease) {
            return new OptionalMethod(null);
        }
    }

    boolean isThere() {
        return method != null;
    }

    /** Calls it; what it throws unchecked comes through. */
    Object call(Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
