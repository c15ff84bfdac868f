package dev.stairway.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two directories with the same classes, which say whose they are. */
class IsolatedLoaderTest {

    private static final String WHOSE = "public static String whose() { return \"%s\"; }";

    @TempDir
    private Path directory;

    private Compiled upper;
    private Compiled lower;
    private URLClassLoader parent;
    private IsolatedLoader loader;

    @BeforeEach
    void open() throws IOException {
        upper = Compiled.in(directory.resolve("upper"));
        lower = Compiled.in(directory.resolve("lower"));
        parent = new URLClassLoader(new URL[] {upper.classes().toUri().toURL()}, null);
        loader = loader(parent);
    }

    private IsolatedLoader loader(ClassLoader above) {
        return new IsolatedLoader("test", List.of(lower.classes()), above, List.of("p.lib"), List.of("p"));
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
        parent.close();
    }

    @Test
    void an_isolated_class_is_the_own_one_although_the_parent_has_it() throws Exception {
        upper.with("p.lib.Engine", WHOSE.formatted("parent's"));
        lower.with("p.lib.Engine", WHOSE.formatted("own"));
        assertThat(whose("p.lib.Engine")).isEqualTo("own");
    }

    @Test
    void an_isolated_class_that_only_the_parent_has_is_not_there() throws Exception {
        upper.with("p.lib.Newer", WHOSE.formatted("parent's"));
        assertThatThrownBy(() -> loader.loadClass("p.lib.Newer")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void a_package_whose_name_only_starts_alike_is_not_isolated() throws Exception {
        upper.with("p.library.Other", WHOSE.formatted("parent's"));
        assertThat(whose("p.library.Other")).isEqualTo("parent's");
    }

    @Test
    void a_shared_class_is_the_parents_and_the_own_one_where_the_parent_has_none() throws Exception {
        upper.with("p.Border", WHOSE.formatted("parent's"));
        lower.with("p.Border", WHOSE.formatted("own")).with("p.Mine", WHOSE.formatted("own"));
        assertThat(whose("p.Border")).isEqualTo("parent's");
        assertThat(whose("p.Mine")).isEqualTo("own");
    }

    @Test
    void any_other_class_is_the_own_one_and_the_parents_where_there_is_none() throws Exception {
        upper.with("other.Both", WHOSE.formatted("parent's")).with("other.Above", WHOSE.formatted("parent's"));
        lower.with("other.Both", WHOSE.formatted("own"));
        assertThat(whose("other.Both")).isEqualTo("own");
        assertThat(whose("other.Above")).isEqualTo("parent's");
    }

    @Test
    void the_jdk_cannot_be_replaced() throws Exception {
        lower.withFile("javax/xml/parsers/SAXParser.class", "no class at all");
        assertThat(loader.loadClass("javax.xml.parsers.SAXParser").getClassLoader())
                .isNull();
    }

    @Test
    void own_resources_hide_those_of_the_parent() throws Exception {
        upper.withFile("META-INF/services/other.Service", "parent's")
                .withFile("both.txt", "parent's")
                .withFile("above.txt", "parent's");
        lower.withFile("META-INF/services/other.Service", "own").withFile("both.txt", "own");
        assertThat(Collections.list(loader.getResources("META-INF/services/other.Service")))
                .hasSize(1);
        assertThat(text("both.txt")).isEqualTo("own");
        assertThat(text("above.txt")).isEqualTo("parent's");
    }

    @Test
    void services_and_resources_of_an_isolated_library_never_come_from_the_parent() throws Exception {
        upper.withFile("META-INF/services/p.lib.Service", "p.lib.Newer").withFile("p/lib/messages.txt", "newer");
        assertThat(Collections.list(loader.getResources("META-INF/services/p.lib.Service")))
                .isEmpty();
        assertThat(loader.getResource("p/lib/messages.txt")).isNull();
        upper.withFile("p/library/messages.txt", "another's");
        assertThat(text("p/library/messages.txt")).isEqualTo("another's");
    }

    @Test
    void a_closed_loader_is_collected_with_its_classes() throws Exception {
        lower.with("p.lib.Engine", "public static final byte[] MUCH = new byte[1 << 20];");
        WeakReference<Class<?>> loaded = loadedAndClosed();
        for (int i = 0; i < 20 && loaded.get() != null; i++) {
            System.gc();
        }
        assertThat(loaded.get()).isNull();
    }

    private WeakReference<Class<?>> loadedAndClosed() throws Exception {
        try (IsolatedLoader shortLived = loader(parent)) {
            return new WeakReference<>(Class.forName("p.lib.Engine", true, shortLived));
        }
    }

    private String whose(String className) throws ReflectiveOperationException {
        return (String) loader.loadClass(className).getMethod("whose").invoke(null);
    }

    private String text(String resource) throws IOException {
        try (InputStream in = loader.getResource(resource).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
