package dev.stairway.suite;

import dev.stairway.secret.Mask;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one. */
public final class Listeners {

    private Listeners() {}

    /**
     * Those of every run: lines for people, and lines of JSON in {@code events.jsonl} beside its other files.
     *
     * @param mask hides secrets in the file; the log hides its own
     * @param log takes the lines for people
     */
    public static SuiteListener of(SuiteOptions options, Mask mask, Consumer<String> log) {
        return all(List.of(new ProgressLines(log), EventLines.begin(options, mask, log, Clock.systemUTC())));
    }

    /** By reflection, so that whatever somebody adds to the interface is told to all of them. */
    static SuiteListener all(List<SuiteListener> listeners) {
        return (SuiteListener) Proxy.newProxyInstance(
                SuiteListener.class.getClassLoader(),
                new Class<?>[] {SuiteListener.class},
                (proxy, method, arguments) -> tell(listeners, proxy, method, arguments));
    }

    private static Object tell(List<SuiteListener> listeners, Object proxy, Method method, Object... arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> listeners.toString();
            };
        }
        try {
            for (SuiteListener listener : listeners) {
                method.invoke(listener, arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
