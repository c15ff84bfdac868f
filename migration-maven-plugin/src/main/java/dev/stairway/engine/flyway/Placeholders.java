package dev.stairway.engine.flyway;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in the place of placeholders, as Flyway does; one without a value stays as it is:
 * https://documentation.red-gate.com/fd/flyway-placeholders-277579067.html
 */
final class Placeholders {

    private final boolean replaces;
    private final Pattern pattern;
    private final Map<String, String> values = new HashMap<>();

    /** @param configuration Flyway's object */
    Placeholders(Object configuration) {
        replaces = (Boolean) Reflect.call(configuration, "isPlaceholderReplacement");
        String prefix = Reflect.text(configuration, "getPlaceholderPrefix");
        String suffix = Reflect.text(configuration, "getPlaceholderSuffix");
        pattern = Pattern.compile(Pattern.quote(prefix) + "([^\\r\\n]*?)" + Pattern.quote(suffix));
        Map<?, ?> given = (Map<?, ?>) Reflect.call(configuration, "getPlaceholders");
        given.forEach((name, value) ->
                values.put(String.valueOf(name).toLowerCase(Locale.ROOT), value == null ? "" : String.valueOf(value)));
        // What Flyway itself gives depends on where it runs; these stand for it.
        values.putIfAbsent("flyway:defaultschema", "public");
        values.putIfAbsent("flyway:user", "migration");
        values.putIfAbsent("flyway:database", "migration");
        values.putIfAbsent("flyway:timestamp", "2000-01-01 00:00:00");
        values.putIfAbsent("flyway:workingdirectory", ".");
        values.putIfAbsent("flyway:environment", "default");
        values.putIfAbsent("flyway:table", Reflect.text(configuration, "getTable"));
    }

    /** @param wanted false when the script's own configuration says no */
    String replace(String text, String fileName, boolean wanted) {
        if (!replaces || !wanted) {
            return text;
        }
        return pattern.matcher(text).replaceAll(found -> {
            String name = found.group(1).strip().toLowerCase(Locale.ROOT);
            String value = name.equals("flyway:filename") ? fileName : values.get(name);
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }
}
