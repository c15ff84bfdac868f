package dev.stairway.script;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** ChangeSets of a YAML or JSON changelog. */
final class YamlOutlines {

    private static final List<String> MARKS = List.of("#", "--");

    private final String file;
    private final List<String> lines;

    private YamlOutlines(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static List<ChangeSetOutline> in(String file, String text) {
        try {
            return new YamlOutlines(file, text).read(YamlEntries.entries(YamlEntries.root(text)));
        } catch (YAMLException broken) {
            return List.of();
        }
    }

    private List<ChangeSetOutline> read(List<Node> entries) {
        List<ChangeSetOutline> found = new ArrayList<>();
        int from = 1;
        for (int at = 0; at < entries.size(); at++) {
            Node entry = entries.get(at);
            Node changeSet = value(entry, "changeSet");
            int last = at + 1 < entries.size() ? lastBefore(entries.get(at + 1), line(entry)) : lastLine(entry);
            if (changeSet instanceof MappingNode mapping) {
                OutlineBuilder builder = builder(line(entry), mapping);
                found.add(builder.build(last, LineComments.in(file, lines, from, last, MARKS)));
            }
            from = last + 1;
        }
        return found;
    }

    /** Above an entry, and above the comments right on top of it, which are its own. A block's own end says nothing. */
    private int lastBefore(Node next, int first) {
        int column = next.getStartMark().getColumn();
        int last = line(next) - 1;
        while (last > first && isComment(lines.get(last - 1), column)) {
            last--;
        }
        return Math.max(first, last);
    }

    private static boolean isComment(String line, int column) {
        String bare = line.stripLeading();
        return bare.startsWith("#") && line.length() - bare.length() <= column;
    }

    private static OutlineBuilder builder(int line, MappingNode changeSet) {
        OutlineBuilder builder = new OutlineBuilder(line, YamlEntries.values(changeSet));
        for (NodeTuple tuple : changeSet.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (name.equals("changes")) {
                elements(tuple.getValueNode(), builder.changes);
            } else if (name.equals("rollback")) {
                builder.rollback(line(tuple.getKeyNode()));
                elements(tuple.getValueNode(), builder.rollbacks);
            }
        }
        return builder;
    }

    private static void elements(Node node, List<OutlineElement> into) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(child -> elements(child, into));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    into.add(new OutlineElement(key.getValue(), line(key)));
                }
            }
        }
    }

    private static Node value(Node node, String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** A block ends where the next one begins, in column 0 of a later line. */
    private static int lastLine(Node node) {
        int end = node.getEndMark().getLine() + 1;
        return node.getEndMark().getColumn() == 0 ? end - 1 : end;
    }
}
