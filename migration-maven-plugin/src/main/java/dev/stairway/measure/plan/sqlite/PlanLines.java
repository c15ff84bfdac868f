package dev.stairway.measure.plan.sqlite;

import dev.stairway.measure.plan.Access;
import dev.stairway.measure.plan.Plan;
import dev.stairway.measure.plan.Template;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads EXPLAIN QUERY PLAN, whose words differ a little from release to release: https://www.sqlite.org/eqp.html */
final class PlanLines {

    private static final Pattern READ = Pattern.compile("(SCAN|SEARCH) (?:TABLE )?(.+?)(?: AS (\\S+))?"
            + "(?: USING (AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?(?:INDEX (\\S+)|(INTEGER PRIMARY KEY|PRIMARY KEY)).*)?"
            + "(?: VIRTUAL TABLE .*)?(?: LEFT-JOIN)?(?: \\(~.*)?");

    private final Template template;
    private final List<String> lines = new ArrayList<>();
    private final Set<Access> accesses = new LinkedHashSet<>();
    private final Map<Integer, Integer> depths = new HashMap<>();

    private PlanLines(Template template) {
        this.template = template;
    }

    static Plan of(Connection connection, Template template, Tables tables) throws SQLException {
        PlanLines plan = new PlanLines(template);
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + template.sql());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                plan.add(row.getInt(1), row.getInt(2), row.getString(4));
            }
        }
        Map<String, Long> rows = new HashMap<>();
        plan.accesses.forEach(access -> rows.put(access.table(), tables.rows().getOrDefault(access.table(), 0L)));
        return new Plan(plan.lines, plan.lines, plan.accesses, rows, null, null);
    }

    private void add(int id, int parent, String detail) {
        int depth = depths.getOrDefault(parent, -1) + 1;
        depths.put(id, depth);
        lines.add("  ".repeat(depth) + detail.replaceAll(" \\(~\\d+ rows?\\)", ""));
        Matcher read = READ.matcher(detail);
        if (!read.matches() || read.group(2).startsWith("(") || read.group(2).contains("CONSTANT ROW")) {
            return;
        }
        String table = read.group(3) == null ? Tables.meant(template, read.group(2)) : read.group(2);
        boolean automatic = read.group(4) != null;
        if (read.group(1).equals("SCAN") || automatic) {
            accesses.add(new Access(table, ""));
        }
        if (!automatic && read.group(5) != null) {
            accesses.add(new Access(table, read.group(5)));
        } else if (read.group(6) != null) {
            accesses.add(new Access(table, "the primary key of " + table));
        }
    }
}
