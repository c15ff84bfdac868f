package dev.stairway.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Safety;
import dev.stairway.report.file.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Findings in SARIF, which code scanning of GitHub, Azure DevOps and editors read.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class Sarif {

    /** GitHub takes 25 000 results of a run, and shows 5 000: https://docs.github.com/code-security (SARIF support). */
    static final int MOST = 5_000;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private final Metrics metrics;
    private final UnaryOperator<String> path;
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<String> rules;
    private final Map<String, Safety.Rule> facts = new HashMap<>();

    private Sarif(Metrics metrics, UnaryOperator<String> path) {
        this.metrics = metrics;
        this.path = path;
        this.rules = List.copyOf(
                new TreeSet<>(metrics.findings().stream().map(Finding::rule).toList()));
        if (metrics.safety() != null) {
            metrics.safety().rules().forEach(rule -> facts.put(rule.id(), rule));
        }
    }

    /**
     * Replaces an older file.
     *
     * @param path from a finding's file to that of the repository; empty where there is none
     */
    public static void write(Metrics metrics, UnaryOperator<String> path, Path file) throws IOException {
        WholeFile.write(file, json(metrics, path));
    }

    static String json(Metrics metrics, UnaryOperator<String> path) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.setPrettyPrinter(LINES.createInstance());
            new Sarif(metrics, path).log(out);
        }
        return text + "\n";
    }

    private void log(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("$schema", SCHEMA);
        out.writeStringField("version", "2.1.0");
        out.writeArrayFieldStart("runs");
        out.writeStartObject();
        tool(out);
        out.writeStringField("columnKind", "utf16CodeUnits");
        out.writeArrayFieldStart("results");
        for (Finding finding :
                metrics.findings().subList(0, Math.min(MOST, metrics.findings().size()))) {
            result(out, finding);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private void tool(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "migration-maven-plugin");
        String version = metrics.run().tool().getOrDefault("plugin", "");
        if (!version.isEmpty()) {
            out.writeStringField("version", version);
        }
        out.writeArrayFieldStart("rules");
        for (String rule : rules) {
            rule(out, rule);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void rule(JsonGenerator out, String id) throws IOException {
        Safety.Rule known = facts.get(id);
        out.writeStartObject();
        out.writeStringField("id", id);
        text(out, "shortDescription", known == null ? id.replace('-', ' ') : known.title());
        if (known != null) {
            text(out, "fullDescription", known.effect());
            text(out, "help", known.instead());
            if (!known.sources().isEmpty()) {
                out.writeStringField("helpUri", known.sources().get(0));
            }
            out.writeObjectFieldStart("defaultConfiguration");
            out.writeStringField("level", level(known.severity()));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void result(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        out.writeStringField("ruleId", finding.rule());
        out.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
        out.writeStringField("level", level(finding.severity()));
        text(out, "message", message(finding));
        location(out, finding);
        out.writeObjectFieldStart("partialFingerprints");
        out.writeStringField("stairway/v1", fingerprints.of(finding));
        out.writeEndObject();
        if (finding.waived()) {
            out.writeArrayFieldStart("suppressions");
            out.writeStartObject();
            out.writeStringField("kind", "external");
            out.writeStringField("justification", finding.waiver());
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static String message(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.title() + (finding.database().isEmpty() ? "" : " (" + finding.database() + ")"));
        lines.addAll(finding.evidence());
        if (!finding.remedy().isEmpty()) {
            lines.add("To do: " + finding.remedy());
        }
        return String.join("\n", lines);
    }

    /** A result without a place is allowed, one whose place is not in the repository is of no use. */
    private void location(JsonGenerator out, Finding finding) throws IOException {
        String file = path.apply(finding.file());
        if (file.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("locations");
        out.writeStartObject();
        out.writeObjectFieldStart("physicalLocation");
        out.writeObjectFieldStart("artifactLocation");
        out.writeStringField("uri", Uris.relative(file));
        out.writeEndObject();
        if (finding.line() > 0) {
            out.writeObjectFieldStart("region");
            out.writeNumberField("startLine", finding.line());
            if (finding.column() > 0) {
                out.writeNumberField("startColumn", finding.column());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void text(JsonGenerator out, String field, String text) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("text", text);
        out.writeEndObject();
    }

    private static String level(String severity) {
        return severity.equals("INFO") ? "note" : severity.toLowerCase(Locale.ROOT);
    }
}
