package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugins.annotations.Mojo;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What Eclipse is told about the goals. */
class LifecycleMappingTest {

    @Test
    void everyGoalIsIgnoredWhileSomebodyTypes() throws Exception {
        Document mapping;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            mapping = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        }

        assertThat(texts(mapping, "goal")).containsExactlyInAnyOrderElementsOf(goals());
        assertThat(mapping.getElementsByTagName("ignore").getLength()).isOne();
        assertThat(mapping.getElementsByTagName("execute").getLength()).isZero();
    }

    /** From the class files, which keep the annotation; and the one that is generated. */
    private static Set<String> goals() {
        Set<String> goals = new TreeSet<>(Set.of("help"));
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.stairway.mojo")) {
            each.tryGetAnnotationOfType(Mojo.class.getName())
                    .ifPresent(mojo -> goals.add((String) mojo.get("name").orElseThrow()));
        }
        assertThat(goals).contains("verify", "clean");
        return goals;
    }

    private static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
