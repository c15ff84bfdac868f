package dev.stairway.report.page;

import dev.stairway.report.view.CostDetail;
import dev.stairway.report.view.CostTable;
import dev.stairway.report.view.LockTable;
import dev.stairway.report.view.QueryRow;
import dev.stairway.report.view.TrafficTable;
import java.util.List;

/** Writes into a drill-down what the migration costs. */
final class CostRows {

    private final Html out;
    private final Drawing drawing;

    CostRows(Html out) {
        this.out = out;
        this.drawing = new Drawing(out);
    }

    void write(CostDetail cost) {
        out.raw("<h3>Cost on ").text(cost.where()).raw("</h3><div class=\"mmp-cost\">");
        cost.growth().forEach(this::sentence);
        cost.notes().forEach(this::sentence);
        if (!cost.plots().isEmpty()) {
            out.raw("<div class=\"mmp-plots\">");
            cost.plots().forEach(drawing::plot);
            out.raw("</div>");
        }
        cost.locks().forEach(this::locks);
        cost.traffic().forEach(this::traffic);
        figures(cost.figures());
        cost.queries().forEach(this::query);
        out.raw("</div>");
    }

    private void sentence(String text) {
        out.raw("<p>").text(text).raw("</p>");
    }

    private void figures(CostTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        boolean compared = !table.previous().isEmpty();
        boolean forecast = !table.forecast().isEmpty();
        open("Time and work", "mmp-numbers");
        out.raw("<thead><tr><th>Way").end("th");
        out.raw("<th>Figure").end("th");
        table.sizes().forEach(this::head);
        if (forecast) {
            head(table.forecast());
        }
        if (compared) {
            head(table.previous());
            out.raw("<th>Against it").end("th");
        }
        out.end("tr").end("thead").raw("<tbody>");
        for (CostTable.Row row : table.rows()) {
            out.raw("<tr>");
            cell(row.way());
            cell(row.figure());
            row.values().forEach(this::cell);
            if (forecast) {
                cell(row.forecast());
            }
            if (compared) {
                cell(row.previous());
                badge(row.css(), row.verdict());
            }
            out.end("tr");
        }
        close();
    }

    private void locks(LockTable table) {
        open(table.title(), "mmp-locks");
        heads(List.of("Statement", "Lock", "Held", "Waited for", "Who waits", "Statement over lock, in time"));
        for (LockTable.Row row : table.rows()) {
            out.raw("<tr><td>");
            if (!row.sql().isEmpty()) {
                out.raw("<code>").text(row.sql()).raw("</code><small>").text(row.when());
                row.notes().forEach(note -> out.raw("<br>").text(note));
                out.raw("</small>");
            }
            out.end("td")
                    .raw("<td>")
                    .text(row.mode())
                    .raw("<small>")
                    .text(row.relation())
                    .raw("</small>")
                    .end("td");
            cell(row.held());
            cell(row.waited());
            badge(row.css(), row.blocks());
            out.raw("<td class=\"s\">");
            drawing.strip(row.strip());
            out.end("td").end("tr");
        }
        close();
    }

    private void traffic(TrafficTable table) {
        open(table.title(), "mmp-clients");
        heads(List.of("Client", "Calls", "Median", "p99", "Longest", "Idle p99 / longest", "Errors"));
        for (TrafficTable.Row row : table.rows()) {
            out.raw("<tr>");
            cell(row.client());
            cell(row.calls());
            cell(row.median());
            cell(row.slow());
            badge(row.css(), row.longest());
            cell(row.idle());
            cell(row.errors());
            out.end("tr");
        }
        close();
    }

    private void query(QueryRow query) {
        out.raw("<h4>Query <code>").text(query.query()).raw("</code> <em class=\"" + query.css() + "\">");
        out.text(query.kind()).raw("</em></h4><p>").text(query.text()).raw(" <small>cost ");
        out.text(query.cost()).raw(", pages ").text(query.pages()).raw("</small></p><div class=\"mmp-sqls\">");
        plan("Plan before", query.before());
        plan("Plan after", query.after());
        out.raw("</div>");
    }

    private void plan(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.raw("<div><h5>")
                    .raw(title)
                    .raw("</h5><pre>")
                    .text(String.join("\n", lines))
                    .raw("</pre></div>");
        }
    }

    private void open(String title, String css) {
        out.raw("<h4>")
                .text(title)
                .raw("</h4><div class=\"mmp-wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(title);
        out.raw("\"><table class=\"mmp-costs " + css + "\">");
    }

    private void close() {
        out.end("tbody").raw("</table></div>");
    }

    private void heads(List<String> titles) {
        out.raw("<thead><tr>");
        titles.forEach(title -> out.raw("<th>").raw(title).end("th"));
        out.end("tr").end("thead").raw("<tbody>");
    }

    private void head(String title) {
        out.raw("<th>").text(title).end("th");
    }

    private void cell(String text) {
        out.raw("<td>").text(text).end("td");
    }

    private void badge(String css, String text) {
        out.raw("<td>");
        if (!text.isEmpty()) {
            out.raw("<em").word("class", css).raw(">").text(text).raw("</em>");
        }
        out.end("td");
    }
}
