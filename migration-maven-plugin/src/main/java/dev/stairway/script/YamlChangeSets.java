package dev.stairway.script;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** ChangeSets of a YAML or JSON changelog; Liquibase, too, reads JSON as the subset of YAML that it is. */
final class YamlChangeSets {

    private static final int MAX_CODE_POINTS = 100_000_000;

    private YamlChangeSets() {}

    static List<ChangeSetPosition> in(String text) {
        List<ChangeSetPosition> found = new ArrayList<>();
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(MAX_CODE_POINTS);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            value(root, "databaseChangeLog").ifSequence(entries -> entries.forEach(entry -> add(entry, found)));
        } catch (YAMLException broken) {
            return found;
        }
        return found;
    }

    private static void add(Node entry, List<ChangeSetPosition> found) {
        Value changeSet = value(entry, "changeSet");
        if (changeSet.key != null) {
            int line = changeSet.key.getStartMark().getLine() + 1;
            found.add(new ChangeSetPosition(text(changeSet.node, "id"), text(changeSet.node, "author"), line));
        }
    }

    private static String text(Node mapping, String key) {
        return value(mapping, key).node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Value value(Node mapping, String key) {
        if (mapping instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return new Value(name, tuple.getValueNode());
                }
            }
        }
        return new Value(null, null);
    }

    private record Value(Node key, Node node) {
        void ifSequence(java.util.function.Consumer<List<Node>> action) {
            if (node instanceof SequenceNode sequence) {
                action.accept(sequence.getValue());
            }
        }
    }
}
