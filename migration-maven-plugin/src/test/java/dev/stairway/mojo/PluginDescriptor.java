package dev.stairway.mojo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Goals and parameters of the plugin, as Maven itself knows them. */
final class PluginDescriptor {

    private static final Path FILE = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Map<String, String>> defaults = new HashMap<>();

    static PluginDescriptor read() throws IOException, SAXException, ParserConfigurationException {
        PluginDescriptor descriptor = new PluginDescriptor();
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getDocumentElement();
        elements(root.getElementsByTagName("mojo")).forEach(descriptor::add);
        return descriptor;
    }

    private void add(Element mojo) {
        Set<String> all = new HashSet<>();
        elements(mojo.getElementsByTagName("parameter")).forEach(parameter -> all.add(text(parameter, "name")));
        elements(mojo.getElementsByTagName("configuration"))
                .forEach(configuration -> elements(configuration.getChildNodes())
                        .forEach(parameter -> all.add(parameter.getTextContent().replaceAll("^\\$\\{(.*)}$", "$1"))));
        names.put(text(mojo, "goal"), all);
        Map<String, String> values = new HashMap<>();
        elements(mojo.getElementsByTagName("configuration")).stream()
                .flatMap(configuration -> elements(configuration.getChildNodes()).stream())
                .filter(parameter -> parameter.hasAttribute("default-value"))
                .forEach(parameter -> values.put(parameter.getTagName(), parameter.getAttribute("default-value")));
        defaults.put(text(mojo, "goal"), values);
    }

    private static String text(Element element, String child) {
        return element.getElementsByTagName(child).item(0).getTextContent();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Empty where the parameter has none. */
    String defaultValue(String goal, String parameter) {
        return defaults.get(goal).getOrDefault(parameter, "");
    }

    boolean hasGoal(String goal) {
        return names.containsKey(goal);
    }

    /** Of the parameters of a goal that have one; expressions as they are written. */
    Map<String, String> defaults(String goal) {
        return defaults.get(goal);
    }

    /** @param word name of a parameter, or of its property, whole or without {@code migration.} */
    boolean has(String goal, String word) {
        Set<String> all = names.getOrDefault(goal, Set.of());
        return all.contains(word) || all.contains("migration." + word);
    }
}
