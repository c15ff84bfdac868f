package dev.stairway.engine.flyway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Calls what is only known by name. What the called code throws comes out as it is. */
final class Reflect {

    private static final Object[] NOTHING = {};

    private Reflect() {}

    static Object call(Object target, String name, Object... arguments) {
        return invoke(target, method(target.getClass(), name, arguments), arguments);
    }

    static Object callStatic(Class<?> type, String name, Object... arguments) {
        return invoke(null, method(type, name, arguments), arguments);
    }

    static String text(Object target, String name) {
        Object value = call(target, name);
        return value == null ? "" : value.toString();
    }

    static Object field(Object target, String name) {
        try {
            return target.getClass().getField(name).get(target);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(target.getClass().getName() + " has no public field " + name, missing);
        }
    }

    /** An array of that type, for parameters with a variable number of arguments. */
    static Object array(Class<?> type, Object... elements) {
        Object array = java.lang.reflect.Array.newInstance(type, elements.length);
        System.arraycopy(elements, 0, array, 0, elements.length);
        return array;
    }

    /** An instance of the interface; what every object can do, it does by itself. */
    static Object instance(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Object[] given = arguments == null ? NOTHING : arguments;
            return switch (method.getName()) {
                case "equals" -> self == given[0];
                case "hashCode" -> System.identityHashCode(self);
                case "toString" -> type.getSimpleName() + " of the migration plugin";
                default -> handler.invoke(self, method, given);
            };
        });
    }

    /** The same call on another object. */
    static Object pass(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Object invoke(Object target, Method method, Object... arguments) {
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
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static Method method(Class<?> type, String name, Object... arguments) {
        Method found = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && accepts(method.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type.getName() + " has no method " + name + " with " + arguments.length + " such arguments"));
        // A public method may be declared by a class that is not public.
        found.setAccessible(true);
        return found;
    }

    private static boolean accepts(Class<?>[] types, Object... arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (arguments[i] != null && !boxed(types[i]).isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        return type == boolean.class ? Boolean.class : type == int.class ? Integer.class : type;
    }
}
