package dev.stairway.lint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Which of squawk's rules is about which danger, and which of our other rules tells the same one. */
record SquawkNames(Properties squawk, Properties ours) {

    static SquawkNames read() throws IOException {
        return new SquawkNames(properties("squawk-rules.properties"), properties("same-danger.properties"));
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = SquawkNames.class.getResourceAsStream(name)) {
            properties.load(file);
        }
        return properties;
    }

    /** True where squawk has a rule of this danger. */
    boolean known(String danger) {
        return squawk.containsKey(danger);
    }

    /** True for what squawk says of most files, whatever they do: house policies about types, timeouts and IF NOT EXISTS. */
    static boolean policy(String rule) {
        return rule.startsWith("prefer-") && !rule.equals("prefer-repack") || rule.endsWith("-timeout");
    }

    boolean bySquawk(SquawkFile file, SquawkFile.Danger danger) {
        Set<String> rules = names(squawk, danger.name());
        return file.squawk().stream().anyMatch(said -> danger.holds(said) && rules.contains(said.rule()));
    }

    boolean byUs(SquawkFile file, SquawkFile.Danger danger) {
        List<String> rules = ours(danger.name());
        return file.ours().stream().anyMatch(said -> danger.holds(said) && rules.contains(said.rule()));
    }

    /** Our rules that tell it, the one of its own name first. */
    List<String> ours(String danger) {
        List<String> all = new ArrayList<>(List.of(danger));
        all.addAll(names(ours, danger));
        return all;
    }

    private static Set<String> names(Properties properties, String danger) {
        return new TreeSet<>(List.of(properties.getProperty(danger, "").strip().split("\\s+")));
    }
}
