package dev.stairway.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.file.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Findings for GitLab's code quality, which shows them in merge requests. Those that are waived, or stand in no file of the
 * repository, are left out: it has no word for them.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">its format</a>
 */
public final class CodeQuality {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private CodeQuality() {}

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
        Fingerprints fingerprints = new Fingerprints();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.setPrettyPrinter(LINES.createInstance());
            out.writeStartArray();
            for (Finding finding : metrics.findings()) {
                String fingerprint = fingerprints.of(finding);
                String file = path.apply(finding.file());
                if (!finding.waived() && !file.isEmpty()) {
                    issue(out, finding, fingerprint, file);
                }
            }
            out.writeEndArray();
        }
        return text + "\n";
    }

    private static void issue(JsonGenerator out, Finding finding, String fingerprint, String file) throws IOException {
        out.writeStartObject();
        out.writeStringField("description", finding.title());
        out.writeStringField("check_name", finding.rule());
        out.writeStringField("fingerprint", fingerprint);
        out.writeStringField("severity", severity(finding.severity()));
        out.writeObjectFieldStart("location");
        out.writeStringField("path", file);
        out.writeObjectFieldStart("lines");
        out.writeNumberField("begin", Math.max(1, finding.line()));
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String severity(String severity) {
        return switch (severity) {
            case "ERROR" -> "major";
            case "WARNING" -> "minor";
            default -> "info";
        };
    }
}
