package dev.stairway.mojo;

import java.lang.reflect.Field;
import java.util.Map;

/** Sets the private fields of a parameter's object, as Maven does from the elements of a pom. */
final class PomElement {

    private PomElement() {}

    static <T> T fill(T target, Map<String, Object> elements) {
        elements.forEach((name, value) -> set(target, name, value));
        return target;
    }

    private static void set(Object target, String name, Object value) {
        try {
            Field field = target.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(target, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Maven could not set <" + name + ">", e);
        }
    }
}
