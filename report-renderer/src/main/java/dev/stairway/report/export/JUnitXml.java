package dev.stairway.report.export;

import dev.stairway.report.document.Metrics;
import dev.stairway.report.file.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML in surefire's shape, one {@code TEST-*.xml} per suite. */
public final class JUnitXml {

    private static final int LONGEST_NAME = 100;

    private JUnitXml() {}

    /** Creates the directory; removes the {@code TEST-*.xml} of earlier runs, whose cells may be gone. */
    public static void write(Metrics metrics, Path directory) throws IOException {
        Files.createDirectories(directory);
        deleteOld(directory);
        Set<String> taken = new HashSet<>();
        for (TestSuite suite : Suites.of(metrics)) {
            write(suite, directory.resolve(fileName(suite.name(), taken)));
        }
    }

    private static void deleteOld(Path directory) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static String fileName(String suite, Set<String> taken) {
        String plain = suite.replaceAll("[^A-Za-z0-9._-]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        String name = cut;
        // Some file systems do not tell upper from lower case.
        for (int next = 2; !taken.add(name.toLowerCase(Locale.ROOT)); next++) {
            name = cut + "-" + next;
        }
        return "TEST-" + name + ".xml";
    }

    private static void write(TestSuite suite, Path file) throws IOException {
        try {
            StringWriter out = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(suite, xml);
            xml.writeEndDocument();
            xml.close();
            WholeFile.write(file, out.toString());
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write " + file, e);
        }
    }

    private static void suite(TestSuite suite, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suite.name());
        attribute(xml, "time", seconds(suite.seconds()));
        attribute(xml, "tests", Integer.toString(suite.cases().size()));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", Long.toString(suite.count(TestCase.Kind.SKIPPED)));
        attribute(xml, "failures", Long.toString(suite.count(TestCase.Kind.FAILURE)));
        if (!suite.timestamp().isEmpty()) {
            attribute(xml, "timestamp", suite.timestamp());
        }
        for (TestCase test : suite.cases()) {
            xml.writeCharacters("\n  ");
            test(suite.name(), test, xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void test(String suite, TestCase test, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", test.name());
        attribute(xml, "classname", suite);
        attribute(xml, "time", seconds(test.seconds()));
        if (test.outcome() != null) {
            outcome(test.outcome(), xml);
        }
        if (!test.output().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(XmlText.legal(String.join("\n", test.output())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void outcome(TestCase.Result result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(result.kind().element());
        attribute(xml, "message", result.message());
        if (!result.type().isEmpty()) {
            attribute(xml, "type", result.type());
        }
        xml.writeCharacters(XmlText.legal(result.text()));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value));
    }

    private static String seconds(double seconds) {
        return BigDecimal.valueOf(Math.round(seconds * 1000), 3).toPlainString();
    }
}
