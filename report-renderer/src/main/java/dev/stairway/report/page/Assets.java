package dev.stairway.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

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

    /**
     * Text, gzipped and in Base64, as a browser unpacks it by itself; Chart.js shrinks to 45 %.
     *
     * @see <a href="https://compression.spec.whatwg.org/">Compression Streams</a>
     */
    static String packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes all bytes.", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
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
