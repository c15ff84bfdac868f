package dev.stairway.script;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Entries of a YAML or JSON changelog; Liquibase, too, reads JSON as the subset of YAML that it is. */
final class YamlEntries {

    private static final int MAX_CODE_POINTS = 100_000_000;

    private YamlEntries() {}

    static List<ChangelogEntry> in(String text, Set<String> elements) {
        List<ChangelogEntry> found = new ArrayList<>();
        try {
            entries(root(text)).forEach(entry -> add(entry, elements, found));
        } catch (YAMLException broken) {
            return found;
        }
        return found;
    }

    /** The whole text; null where it is empty. */
    static Node root(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
    }

    private static void add(Node entry, Set<String> elements, List<ChangelogEntry> found) {
        if (entry instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && elements.contains(key.getValue())) {
                    int line = key.getStartMark().getLine() + 1;
                    found.add(new ChangelogEntry(key.getValue(), values(tuple.getValueNode()), line));
                }
            }
        }
    }

    static Map<String, String> values(Node node) {
        Map<String, String> values = new HashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                    values.put(key.getValue(), value.getValue());
                }
            }
        }
        return values;
    }

    static List<Node> entries(Node root) {
        if (root instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("databaseChangeLog")
                        && tuple.getValueNode() instanceof SequenceNode sequence) {
                    return sequence.getValue();
                }
            }
        }
        return List.of();
    }
}
