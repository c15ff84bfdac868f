package dev.stairway.script;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** ChangeSets of an XML changelog. */
final class XmlOutlines {

    /** Children of a changeSet that are no change. */
    private static final Set<String> NO_CHANGE = Set.of("comment", "preConditions", "validCheckSum", "modifySql");

    private final String file;
    private final List<String> lines;
    private final List<ChangeSetOutline> found = new ArrayList<>();
    private final List<ScriptComment> comments = new ArrayList<>();
    private OutlineBuilder builder;
    private int depth;
    private boolean back;
    private int from = 1;

    private XmlOutlines(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static List<ChangeSetOutline> in(String file, String text) {
        XmlOutlines outlines = new XmlOutlines(file, text);
        try {
            outlines.read(XmlEntries.factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException broken) {
            return outlines.found;
        }
        return outlines.found;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        // StAX reports where an event ends, so an element starts where the event before it ended.
        int line = reader.getLocation().getLineNumber();
        while (reader.hasNext()) {
            int event = reader.next();
            int end = reader.getLocation().getLineNumber();
            if (event == XMLStreamReader.START_ELEMENT) {
                start(reader, line);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                end(end);
            } else if (event == XMLStreamReader.COMMENT) {
                comments.add(new ScriptComment(file, line, reader.getText().strip()));
            }
            line = end;
        }
    }

    private void start(XMLStreamReader reader, int line) {
        String name = reader.getLocalName();
        if (builder == null) {
            if (name.equals("changeSet")) {
                builder = new OutlineBuilder(line, XmlEntries.attributes(reader));
                depth = 0;
            }
            return;
        }
        depth++;
        if (depth == 1 && name.equals("rollback")) {
            back = true;
            builder.rollback(line);
        } else if (depth == 1 && !NO_CHANGE.contains(name)) {
            builder.changes.add(new OutlineElement(name, line));
        } else if (depth == 2 && back) {
            builder.rollbacks.add(new OutlineElement(name, line));
        }
    }

    private void end(int line) {
        if (builder == null) {
            return;
        }
        if (depth == 0) {
            List<ScriptComment> all = new ArrayList<>(comments);
            all.addAll(LineComments.in(file, lines, from, line, List.of("--")));
            all.sort(Comparator.comparingInt(ScriptComment::line));
            found.add(builder.build(line, all));
            builder = null;
            comments.clear();
            from = line + 1;
        }
        back = back && depth > 1;
        depth--;
    }
}
