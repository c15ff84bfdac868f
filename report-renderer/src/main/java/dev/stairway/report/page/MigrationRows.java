package dev.stairway.report.page;

import dev.stairway.report.view.FindingView;
import dev.stairway.report.view.MigrationView;
import dev.stairway.report.view.MigrationView.ChangeLine;
import dev.stairway.report.view.MigrationView.ClientRow;
import dev.stairway.report.view.MigrationView.Fact;
import dev.stairway.report.view.MigrationView.Loss;
import dev.stairway.report.view.MigrationView.SchemaGroup;
import dev.stairway.report.view.MigrationView.Sql;
import dev.stairway.report.view.MigrationView.SqlGroup;
import dev.stairway.report.view.MigrationView.StepRow;
import dev.stairway.report.view.MigrationView.WorkRow;
import dev.stairway.report.view.Words;
import java.util.List;

/** Writes the drill-downs. */
final class MigrationRows {

    private final Html out;

    MigrationRows(Html out) {
        this.out = out;
    }

    void write(MigrationView view) {
        out.raw("<details class=\"mmp-mig ").raw(view.group()).raw("\"><summary><i>");
        out.text(Integer.toString(view.number()))
                .raw("</i> <b>")
                .text(view.name())
                .raw("</b> ");
        badge(view.css(), view.verdict());
        out.raw(" <i>").text(view.slowest()).raw("</i></summary><div");
        out.word("class", "mmp-mbody").word("id", view.slug()).raw(">");
        facts(view.facts());
        if (!view.steps().isEmpty() || view.costs().isEmpty()) {
            steps(view.steps(), view.words());
        }
        findings(view.findings());
        view.costs().forEach(new CostRows(out)::write);
        losses(view.losses());
        changes("Keys", view.keys());
        changes(view.words().schema(), view.schema());
        work(view.work(), view.words());
        clients(view.clients());
        sql(view.sql(), view.words());
        out.raw("</div></details>");
    }

    private void badge(String css, String text) {
        out.raw("<em").word("class", css).raw(">").text(text).raw("</em>");
    }

    private void facts(List<Fact> facts) {
        out.raw("<dl>");
        for (Fact fact : facts) {
            out.raw("<dt>").text(fact.label()).end("dt");
            out.raw("<dd>").text(fact.value()).end("dd");
        }
        out.raw("</dl>");
    }

    private void steps(List<StepRow> steps, Words words) {
        if (steps.isEmpty()) {
            out.raw("<p").word("class", "mmp-none").raw(">No cell got to this migration.</p>");
            return;
        }
        boolean notes = steps.stream().anyMatch(step -> !step.reason().isEmpty());
        out.raw("<table").word("class", "mmp-steps").raw("><thead><tr>");
        List.of("Where", "Verdict", "Up", "Down", "Again", "Checks", words.items())
                .forEach(this::head);
        if (notes) {
            head("Note");
        }
        out.end("tr").end("thead").raw("<tbody>");
        steps.forEach(step -> step(step, notes));
        out.end("tbody").raw("</table>");
    }

    private void head(String title) {
        out.raw("<th>").raw(title).end("th");
    }

    private void step(StepRow step, boolean notes) {
        out.raw("<tr>");
        cell(step.where());
        out.raw("<td").word("class", step.css()).raw(">").text(step.verdict()).end("td");
        cell(step.up());
        cell(step.down());
        cell(step.again());
        cell(step.check());
        cell(step.rows());
        if (notes) {
            cell(step.reason());
        }
        out.end("tr");
    }

    private void cell(String text) {
        out.raw("<td>").text(text).end("td");
    }

    private void work(List<WorkRow> work, Words words) {
        if (work.isEmpty()) {
            return;
        }
        out.raw("<h3>Work of the server</h3><table").raw(" class=\"mmp-steps mmp-work\"><thead><tr>");
        List.of("Where", "Way", words.items() + " written", "Memory", "Longest block", "Commands")
                .forEach(this::head);
        out.end("tr").end("thead").raw("<tbody>");
        for (WorkRow row : work) {
            out.raw("<tr>");
            List.of(row.where(), row.way(), row.written(), row.memory(), row.block(), row.commands())
                    .forEach(this::cell);
            out.end("tr");
        }
        out.end("tbody").raw("</table>");
    }

    private void findings(List<FindingView> findings) {
        if (findings.isEmpty()) {
            return;
        }
        list("Findings");
        for (FindingView finding : findings) {
            out.raw("<li>");
            badge(finding.css(), finding.badge());
            out.raw(" <bdi>").text(finding.title()).raw("</bdi> <small><code>");
            out.text(finding.rule())
                    .raw("</code> · <bdi>")
                    .text(finding.where())
                    .raw("</bdi></small>");
            advice(finding);
            out.end("li");
        }
        out.raw("</ul>");
    }

    /** Statements that are safer than those of the migration, to be copied. */
    private void advice(FindingView finding) {
        if (!finding.sql().isEmpty()) {
            out.raw("<p>").text(finding.remedy()).raw("</p><div class=\"mmp-copy\"><pre>");
            out.text(finding.sql()).raw("</pre></div>");
        }
    }

    private void losses(List<Loss> losses) {
        if (losses.isEmpty()) {
            return;
        }
        list("Data that did not come back");
        for (Loss loss : losses) {
            out.raw("<li>");
            badge("t-loss", loss.rows());
            out.raw(" <code>").text(loss.what()).raw("</code> <small>");
            out.text(loss.declared()).raw(" · <bdi>").text(loss.where()).raw("</bdi></small>");
            out.end("li");
        }
        out.raw("</ul>");
    }

    private void list(String title) {
        out.raw("<h3>").raw(title).raw("</h3><ul").word("class", "mmp-flist").raw(">");
    }

    private void clients(List<ClientRow> clients) {
        if (clients.isEmpty()) {
            return;
        }
        out.raw("<h3>Live sessions</h3><table").raw(" class=\"mmp-steps mmp-live\"><thead><tr>");
        List.of("Where", "Way", "What became of the clients' writes", "Longest wait")
                .forEach(this::head);
        out.end("tr").end("thead").raw("<tbody>");
        for (ClientRow row : clients) {
            out.raw("<tr>");
            cell(row.where());
            cell(row.way());
            out.raw("<td").word("class", row.css()).raw(">").text(row.text()).end("td");
            cell(row.longest());
            out.end("tr");
        }
        out.end("tbody").raw("</table>");
    }

    private void changes(String title, List<SchemaGroup> groups) {
        if (!groups.isEmpty()) {
            out.raw("<h3>").raw(title).raw("</h3>");
        }
        for (SchemaGroup group : groups) {
            out.raw("<h4>")
                    .text(group.where())
                    .raw("</h4><ul")
                    .word("class", "mmp-diff")
                    .raw(">");
            group.lines().forEach(this::change);
            out.raw("</ul>");
        }
    }

    private void change(ChangeLine line) {
        out.raw("<li").word("class", line.css()).raw("><b>").text(line.sign()).raw("</b> <bdi>");
        out.text(line.text()).raw("</bdi>");
        if (!line.values().isEmpty()) {
            out.raw(" <bdi").word("class", "v").raw(">").text(line.values()).raw("</bdi>");
        }
        out.end("li");
    }

    private void sql(List<SqlGroup> groups, Words words) {
        if (groups.isEmpty()) {
            return;
        }
        out.raw("<h3>")
                .raw(words.statements())
                .raw("</h3><div")
                .word("class", "mmp-sqls")
                .raw(">");
        for (SqlGroup group : groups) {
            out.raw("<div><h4>").text(group.title()).raw("</h4>");
            for (Sql sql : group.statements()) {
                // The time floats: a paragraph of its own, which no character of the statement can reorder.
                out.raw("<pre><i>")
                        .text(sql.time())
                        .raw("</i>")
                        .text(sql.text())
                        .raw("</pre>");
            }
            out.raw("</div>");
        }
        out.raw("</div>");
    }
}
