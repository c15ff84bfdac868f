package dev.stairway.run;

import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A fingerprinter through which the walk sees schema objects otherwise than they are read. */
final class Lens {

    private final Fingerprinter eye;
    private final UnaryOperator<SchemaObject> glass;
    /** What was read, by what was shown of it. */
    private final Map<Difference, Difference> read = new IdentityHashMap<>();

    private Lens(Fingerprinter eye, UnaryOperator<SchemaObject> glass) {
        this.eye = eye;
        this.glass = glass;
    }

    static Fingerprinter over(Fingerprinter eye, UnaryOperator<SchemaObject> glass) {
        Lens lens = new Lens(eye, glass);
        return (Fingerprinter) Proxy.newProxyInstance(
                Lens.class.getClassLoader(),
                new Class<?>[] {Fingerprinter.class},
                (proxy, method, arguments) -> lens.call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("undo")) {
            arguments[0] = read.getOrDefault(arguments[0], (Difference) arguments[0]);
        }
        try {
            Object answer = method.invoke(eye, arguments);
            return answer instanceof Difference difference ? shown(difference) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Difference shown(Difference difference) {
        SortedMap<String, Change<SchemaGroup>> groups = new TreeMap<>();
        difference.schema().forEach((key, change) -> {
            Change<SchemaGroup> seen = new Change<>(seen(change.before()), seen(change.after()));
            if (seen.before() == null
                    || seen.after() == null
                    || !seen.before().digest().equals(seen.after().digest())) {
                groups.put(key, seen);
            }
        });
        Difference shown = new Difference(groups, difference.data());
        read.put(shown, difference);
        return shown;
    }

    private SchemaGroup seen(SchemaGroup group) {
        if (group == null) {
            return null;
        }
        List<SchemaObject> objects = group.objects().stream().map(glass).toList();
        return Groups.of(objects.get(0), objects.subList(1, objects.size()));
    }
}
