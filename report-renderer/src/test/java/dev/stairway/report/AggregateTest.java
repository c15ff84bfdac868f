package dev.stairway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.report.Aggregate.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateTest {

    private static final String PASSED = """
            {"formatVersion":"1.0","run":{"goal":"verify","project":"g:fine:1"},"changelogs":[{"id":"c","migrations":[{"id":"1"},{"id":"2"}]}],
            "cells":[{"id":"x","result":"PASSED"}],"findings":[],"gate":{"failed":false}}""";

    @TempDir
    private Path directory;

    @Test
    void everyModuleHasARowWithALinkAndItsFindingsLeadIntoItsPage() throws IOException {
        Path fine = Files.writeString(directory.resolve("fine.json"), PASSED);
        Aggregate aggregate = Aggregate.read(
                "Shop",
                List.of(new Part("fine", fine, ""), new Part("shop", Golden.file(), "shop/index.html")),
                List.of());

        Document page = page(aggregate);

        assertThat(aggregate.summary()).isEqualTo("1 module fails: shop");
        assertThat(page.title()).startsWith("Shop");
        assertThat(page.select("#mmp-modules tbody tr")).hasSize(2);
        assertThat(page.select("#mmp-modules tbody tr:first-child").text()).startsWith("fine verify passes 2 1 0 0");
        assertThat(page.select("#mmp-modules tbody tr:last-child a").attr("href"))
                .isEqualTo("shop/index.html");
        assertThat(page.select(".mmp-finding .mmp-meta a"))
                .isNotEmpty()
                .allMatch(link -> link.attr("href").startsWith("shop/index.html#"));
        assertThat(page.select(".mmp-finding").first().select(".mmp-chip").text())
                .isEqualTo("error");
    }

    @Test
    void aModuleThatCannotBeReadFailsAndSaysWhy() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"formatVersion\":");
        Aggregate aggregate = Aggregate.read("Shop", List.of(new Part("broken", broken, "")), List.of("other"));

        Document page = page(aggregate);

        assertThat(aggregate.summary()).isEqualTo("1 module fails: broken");
        assertThat(page.select("#mmp-modules tbody tr").text()).contains("not readable", "broken.json");
        assertThat(page.select(".mmp-unchecked").text()).isEqualTo("Without a run: other");
    }

    @Test
    void modulesThatPassAndNoModulesAreToldApart() throws IOException {
        Path fine = Files.writeString(directory.resolve("fine.json"), PASSED);

        assertThat(Aggregate.read("a", List.of(new Part("fine", fine, "")), List.of())
                        .summary())
                .isEqualTo("Every module passes");
        assertThat(Aggregate.read("a", List.of(), List.of()).summary()).isEqualTo("No module has a run");
    }

    @Test
    void namesOfModulesAreTextAndThePageNeedsNoScript() throws IOException {
        String name = "<script>alert(1)</script>\"'&";
        Path fine = Files.writeString(directory.resolve("fine.json"), PASSED);

        Document page = page(Aggregate.read(name, List.of(new Part(name, fine, "a\"b")), List.of(name)));

        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("#mmp-modules tbody a").text()).isEqualTo(name);
        assertThat(page.select("meta[http-equiv]").attr("content")).contains("script-src 'none'");
    }

    @Test
    void aSitePageHasTheSameRows() throws IOException {
        Path fine = Files.writeString(directory.resolve("fine.json"), PASSED);
        String fragment = Aggregate.read("Shop", List.of(new Part("fine", fine, "")), List.of())
                .siteFragment();

        assertThat(Jsoup.parse(fragment).select(".mmp-site #mmp-modules tbody tr"))
                .hasSize(1);
        assertThat(Jsoup.parse(fragment).select("h1")).isEmpty();
    }

    @Test
    void aPageThatCannotBeWrittenNamesThePlace() throws IOException {
        Path occupied =
                Files.createDirectories(directory.resolve("index.html/inside")).getParent();

        assertThatThrownBy(() -> Aggregate.read("a", List.of(), List.of()).writeStandalone(occupied))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(occupied.toString());
    }

    private Document page(Aggregate aggregate) throws IOException {
        Path file = directory.resolve("all/index.html");
        aggregate.writeStandalone(file);
        return Jsoup.parse(Files.readString(file));
    }
}
