package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.report.Golden;
import dev.stairway.report.Hostile;
import dev.stairway.report.Large;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.view.MetricsView;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageTest {

    private static final Set<String> HARMLESS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "link",
            "style",
            "body",
            "header",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "p",
            "nav",
            "a",
            "button",
            "span",
            "section",
            "ul",
            "li",
            "strong",
            "small",
            "details",
            "summary",
            "code",
            "b",
            "bdi",
            "i",
            "em",
            "br",
            "svg",
            "rect",
            "path",
            "g",
            "polyline",
            "circle",
            "text",
            "label",
            "input",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "canvas",
            "dl",
            "dt",
            "dd",
            "pre",
            "script");

    static Stream<Document> pages() {
        MetricsView golden = view(MetricsReader.read(Golden.file()));
        MetricsView hostile = view(Hostile.document());
        return Stream.of(
                Jsoup.parse(StandalonePage.html(golden)),
                Jsoup.parse(StandalonePage.html(hostile)),
                Jsoup.parse(SiteFragment.html(golden, 2)),
                Jsoup.parse(SiteFragment.html(hostile, 3)));
    }

    @ParameterizedTest(name = "page {index}")
    @MethodSource("pages")
    void nothingFromTheDocumentBecomesMarkup(Document page) {
        assertThat(page.getElementsByTag("script")).hasSize(3);
        assertThat(page.getElementsByTag("style")).hasSize(1);
        for (Element element : page.getAllElements()) {
            if (element != page) {
                assertThat(HARMLESS).contains(element.normalName());
            }
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .doesNotStartWith("on")
                        .isNotEqualTo("style")
                        .isNotEqualTo("srcdoc");
            }
        }
    }

    @ParameterizedTest(name = "page {index}")
    @MethodSource("pages")
    void nothingIsAskedFromANetwork(Document page) {
        assertThat(page.select("[src], [srcset], [action], [data], [poster], [background]"))
                .isEmpty();
        assertThat(page.select("[href]"))
                .allSatisfy(link -> assertThat(link.attr("href")).matches("(?s)#.*|data:image/svg.*"));
        assertThat(page.getElementsByTag("style").get(0).data()).doesNotContain("url(", "@import");
        assertThat(page.html()).doesNotContain("sourceMappingURL");
    }

    @ParameterizedTest(name = "page {index}")
    @MethodSource("pages")
    void everyLinkInsideThePageHasATarget(Document page) {
        Set<String> ids = new HashSet<>(page.select("[id]").eachAttr("id"));

        assertThat(page.select("[id]")).hasSameSizeAs(ids);
        assertThat(page.select("a[href]"))
                .allSatisfy(link -> assertThat(ids).contains(link.attr("href").substring(1)));
    }

    @Test
    void everyPayloadIsShownAsText() {
        Document page = Jsoup.parse(StandalonePage.html(view(Hostile.document())));
        List<String> sql = page.select(".mmp-sqls pre").stream()
                .map(statement -> statement.ownText().strip())
                .toList();

        assertThat(Hostile.payloads()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(sql)
                .containsAll(Hostile.payloads().stream()
                        .map(payload -> payload.replaceAll("\\s+", " ").strip())
                        .toList());
    }

    @Test
    void theDataBlockIsJsonWithoutACharacterThatEndsIt() throws Exception {
        String data = Jsoup.parse(StandalonePage.html(view(Hostile.document())))
                .select("script.mmp-data")
                .first()
                .data();
        JsonNode charts = new ObjectMapper().readTree(data);

        assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(charts).isNotEmpty();
    }

    @Test
    void thePolicyAllowsExactlyWhatIsInTheFile() throws Exception {
        Document page = Jsoup.parse(StandalonePage.html(view(MetricsReader.read(Golden.file()))));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe", "http", "*");
        for (Element inline : page.select("style, script:not([type])")) {
            assertThat(policy).contains(sha256(inline.data()));
        }
        assertThat(policy)
                .contains(sha256(
                        unpacked(page.select("script.mmp-chart-js").get(0).data())));
    }

    @Test
    void noTemplateInsertsUnescapedText() throws Exception {
        try (Stream<Path> templates =
                Files.list(Golden.root().resolve("report-renderer/src/main/resources/dev/stairway/report/page"))) {
            List<Path> html =
                    templates.filter(file -> file.toString().endsWith(".html")).toList();

            assertThat(html)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .doesNotContain("utext", "[(", "[[", "__$", "th:inline", "style="));
        }
    }

    @Test
    void theFragmentKeepsToItsHeadingLevel() {
        Document two = Jsoup.parse(SiteFragment.html(view(MetricsReader.read(Golden.file())), 2));
        Document three = Jsoup.parse(SiteFragment.html(view(MetricsReader.read(Golden.file())), 3));

        assertThat(two.select("h1")).isEmpty();
        assertThat(two.select("h2")).isNotEmpty();
        assertThat(three.select("h1, h2")).isEmpty();
        assertThat(three.select("h3, h5")).isNotEmpty();
    }

    @Test
    void everyRuleOfTheStyleStaysInsideOurPartOfThePage() {
        String style = Assets.style().replaceAll("@media[^{]*\\{", "");

        List<String> selectors = Stream.of(style.split("\\{[^}]*}"))
                .flatMap(rule -> Stream.of(rule.replace("}", "").split(",(?![^(]*\\))")))
                .map(String::strip)
                .filter(selector -> !selector.isEmpty())
                .toList();

        assertThat(selectors).hasSizeGreaterThan(100).allMatch(selector -> selector.contains("mmp"));
    }

    @Test
    void anEmptyDocumentDrawsSentences() {
        Metrics empty = new Metrics("1.0", null, null, null, null, null, null);
        Document page = Jsoup.parse(StandalonePage.html(view(empty)));

        assertThat(page.select(".mmp-headline").text()).isEqualTo("No migration was walked");
        assertThat(page.select(".mmp-none").eachText())
                .contains(
                        "Nothing was found in what was checked.",
                        "There is no migration in the document.",
                        "No time was measured.");
        assertThat(page.select("table, canvas")).isEmpty();
    }

    /** Two databases with two scenarios; 95 KB of it are Chart.js. */
    @Test
    void twoHundredMigrationsStayWithinTheSizeBudget() {
        byte[] page = StandalonePage.html(view(Large.document(200))).getBytes(StandardCharsets.UTF_8);

        assertThat(page.length).isLessThan(600_000);
    }

    @Test
    void theSameDocumentGivesTheSamePage() {
        MetricsView view = view(MetricsReader.read(Golden.file()));

        assertThat(StandalonePage.html(view)).isEqualTo(StandalonePage.html(view(MetricsReader.read(Golden.file()))));
    }

    private static MetricsView view(Metrics metrics) {
        return MetricsView.of(metrics);
    }

    private static String unpacked(String base64) throws Exception {
        byte[] packed = Base64.getDecoder().decode(base64);
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
