package dev.stairway.report.view;

import java.util.List;

/**
 * The drill-down of one migration.
 *
 * @param slug its anchor
 * @param slowest longest time up over all cells
 * @param facts label and value, the empty ones left out
 * @param words of the databases on which it ran
 * @param steps one per cell
 * @param work what it asked of the databases that tell, up and down
 * @param clients what clients met that worked meanwhile
 * @param keys what up did to keys, cells with equal changes together
 * @param schema what up changed, cells with equal changes together
 * @param sql statements, cells with equal statements together
 * @param findings about this migration
 * @param costs what it costs, one for each database on which it was measured
 */
public record MigrationView(
        String slug,
        int number,
        String name,
        String css,
        String verdict,
        String group,
        String slowest,
        List<Fact> facts,
        Words words,
        List<StepRow> steps,
        List<WorkRow> work,
        List<Loss> losses,
        List<ClientRow> clients,
        List<SchemaGroup> keys,
        List<SchemaGroup> schema,
        List<SqlGroup> sql,
        List<FindingView> findings,
        List<CostDetail> costs) {

    public record Fact(String label, String value) {}

    public record StepRow(
            String where,
            String css,
            String verdict,
            String up,
            String down,
            String again,
            String check,
            String rows,
            String reason) {}

    /**
     * @param way {@code up} or {@code down}
     * @param commands how often each kind ran
     */
    public record WorkRow(String where, String way, String written, String memory, String block, String commands) {}

    public record Loss(String where, String what, String rows, String declared) {}

    /**
     * @param way {@code up} or {@code down}
     * @param css colour class
     * @param text what became of what they wrote, or why they did not work
     * @param longest the command that they waited for longest; empty where they did not work
     */
    public record ClientRow(String where, String way, String css, String text, String longest) {}

    public record SchemaGroup(String where, List<ChangeLine> lines) {}

    /**
     * @param sign {@code +}, {@code −} or {@code ~}
     * @param text object and, for a change, its attribute
     * @param values before and after; empty when the object came or went
     */
    public record ChangeLine(String css, String sign, String text, String values) {}

    /** @param title direction and where, for example {@code Down on PostgreSQL 18} */
    public record SqlGroup(String title, List<Sql> statements) {}

    public record Sql(String text, String time) {}
}
