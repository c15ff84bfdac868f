package dev.stairway.script;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Elements of an XML changelog. */
final class XmlEntries {

    private XmlEntries() {}

    static List<ChangelogEntry> in(String text, Set<String> elements) {
        List<ChangelogEntry> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            // StAX reports where an event ends, so an element starts where the event before it ended.
            int line = reader.getLocation().getLineNumber();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && elements.contains(reader.getLocalName())) {
                    found.add(new ChangelogEntry(reader.getLocalName(), attributes(reader), line));
                }
                line = reader.getLocation().getLineNumber();
            }
        } catch (XMLStreamException broken) {
            return found;
        }
        return found;
    }

    /** No DTD and no external entity is ever read: https://cheatsheetseries.owasp.org (XML external entity prevention). */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
        }
        return attributes;
    }
}
