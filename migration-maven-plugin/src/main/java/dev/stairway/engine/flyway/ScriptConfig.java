package dev.stairway.engine.flyway;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The file beside a script that says how it is run: https://documentation.red-gate.com/fd/script-configuration-277579010.html */
record ScriptConfig(Map<String, String> values) {

    private static final String ENDING = ".conf";

    /** @param beside all files that Flyway found */
    static ScriptConfig of(Script script, List<Script> beside) {
        return beside.stream()
                .filter(other -> other.path().equals(script.path() + ENDING))
                .findFirst()
                .map(found -> new ScriptConfig(read(found.text())))
                .orElse(new ScriptConfig(Map.of()));
    }

    private static Map<String, String> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> properties.getProperty(name).strip()));
    }

    /** True unless the file says no. */
    boolean says(String name) {
        return !"false".equalsIgnoreCase(values.get(name));
    }
}
