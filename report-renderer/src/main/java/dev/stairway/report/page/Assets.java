package dev.stairway.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Style, script and Chart.js as text from the class path. */
final class Assets {

    private static final String OURS = "dev/stairway/report/page/";
    private static final String CHART_POM = "META-INF/maven/org.webjars.npm/chart.js/pom.properties";
    private static final String CHART_FILE = "META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

    private Assets() {}

    /** Without comments and line ends. */
    static String style() {
        return text(OURS + "report.css")
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*\\n\\s*", "")
                .replaceAll(" ?([{}]) ?", "$1");
    }

    static String script() {
        return text(OURS + "report.js");
    }

    /** Whatever version of the webjar is on the class path, without its reference to a source map. */
    static String chartJs() {
        return text(String.format(CHART_FILE, chartVersion()))
                .replaceAll("(?m)^//# sourceMappingURL=.*$", "")
                .strip();
    }

    static String chartVersion() {
        try (InputStream in = open(CHART_POM)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("The renderer's class path lacks " + resource
                    + ": was a dependency of migration-maven-plugin excluded?");
        }
        return in;
    }
}
