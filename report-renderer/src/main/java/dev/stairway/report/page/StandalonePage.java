package dev.stairway.report.page;

import dev.stairway.report.file.WholeFile;
import dev.stairway.report.view.MetricsView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The report as one file that opens from disk and asks for nothing: style, script and Chart.js are inside. */
public final class StandalonePage {

    /** A drawing of three stairs, so that a browser looks for no icon. */
    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Cpath d='M1 15v-4h5V7h5V3h4v12z' fill='%23009E73'/%3E%3C/svg%3E";

    private static final Pattern OPTIONAL_END_TAG = Pattern.compile("</(?:td|th|tr|thead|tbody|li|dt|dd)>");

    /** No script to the browser; the page's own script unpacks it. */
    static final String CHART_JS = "script type=\"text/plain\" class=\"mmp-chart-js\"";

    private StandalonePage() {}

    /** Replaces an older page. */
    public static void write(MetricsView view, Path indexHtml) throws IOException {
        WholeFile.write(indexHtml, html(view));
    }

    public static String html(MetricsView view) {
        String style = Assets.style();
        String chart = Assets.chartJs();
        String script = Assets.script();
        return head(view.title(), policy(style, chart, script))
                + block("style", style)
                + "</head>\n<body class=\"mmp mmp-page\">\n"
                + Rows.fill(withoutOptionalTags(Templates.body(view, false)), view, true)
                + block("script type=\"application/json\" class=\"mmp-data\"", ChartData.json(view.charts()))
                + block(CHART_JS, Assets.packed(chart))
                + block("script", script)
                + "</body>\n</html>\n";
    }

    static String head(String title, String policy) {
        return String.join(
                "\n",
                "<!DOCTYPE html>",
                "<html lang=\"en\">",
                "<head>",
                "<meta charset=\"utf-8\">",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                "<meta name=\"referrer\" content=\"no-referrer\">",
                "<meta name=\"color-scheme\" content=\"light dark\">",
                "<title>" + Html.escaped(title) + " · migration report</title>",
                "<link rel=\"icon\" href=\"" + ICON + "\">",
                "");
    }

    /**
     * A tenth of the page are end tags that HTML does not need. Text holds none, because every less-than sign is escaped.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html#optional-tags">HTML, optional tags</a>
     */
    private static String withoutOptionalTags(String body) {
        return OPTIONAL_END_TAG.matcher(body).replaceAll("");
    }

    /** Only what is in this file may run, by its hash; everything else is refused. */
    static String policy(String style, String... scripts) {
        StringBuilder hashes = new StringBuilder(scripts.length == 0 ? " 'none'" : "");
        for (String script : scripts) {
            hashes.append(' ').append(hash(script));
        }
        return "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src" + hashes
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static String block(String element, String content) {
        return "<" + element + ">" + content + "</" + element.split(" ")[0] + ">\n";
    }
}
