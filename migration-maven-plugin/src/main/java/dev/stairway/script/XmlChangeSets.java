package dev.stairway.script;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** ChangeSets of an XML changelog. */
final class XmlChangeSets {

    private XmlChangeSets() {}

    static List<ChangeSetPosition> in(String text) {
        List<ChangeSetPosition> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            // StAX reports where an event ends, so an element starts where the event before it ended.
            int line = reader.getLocation().getLineNumber();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && "changeSet".equals(reader.getLocalName())) {
                    found.add(new ChangeSetPosition(attribute(reader, "id"), attribute(reader, "author"), line));
                }
                line = reader.getLocation().getLineNumber();
            }
        } catch (XMLStreamException broken) {
            return found;
        }
        return found;
    }

    /** No DTD and no external entity is ever read: https://cheatsheetseries.owasp.org (XML external entity prevention). */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
