package dev.stairway.engine.mybatis;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.script.SplitScript;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlComments;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/** What the scripts send, with the variables and delimiters of the environment. */
final class Statements {

    private final Project project;
    private final DatabaseOperationOption option;
    private final String product;

    Statements(Project project, String product) {
        this.project = project;
        this.option = project.option();
        this.product = product;
    }

    /** One way, split twice. */
    private record Way(SplitScript split, List<ScriptComment> comments, List<SqlStatement> cut) {
        private static final Way NONE = new Way(new SplitScript(List.of(), List.of()), List.of(), List.of());
    }

    MigrationStatements of(Script script) {
        Way up = way(script, false);
        Way down = script.undo().line() > 0 ? way(script, true) : Way.NONE;
        List<String> notCovered = new ArrayList<>(up.split().notCovered());
        notCovered.addAll(down.split().notCovered());
        List<ScriptComment> comments = new ArrayList<>(up.comments());
        comments.addAll(down.comments());
        List<SqlStatement> cut = new ArrayList<>(up.cut());
        cut.addAll(down.cut());
        return new MigrationStatements(
                script.migration(),
                up.split().statements(),
                down.split().statements(),
                Map.of(),
                List.of(),
                comments,
                notCovered,
                cut);
    }

    private Way way(Script script, boolean back) {
        List<String> lines =
                ScriptPart.read(project.reader(script.change(), back)).lines().toList();
        int before = back ? Math.max(0, script.undo().line() - 1) : 0;
        DelimitedLines delimited = DelimitedLines.of(lines, option);
        String text = "\n".repeat(before) + delimited.plain();
        String file = script.migration().file();
        SplitScript split = SplitScript.of(file, text, product);
        List<ScriptComment> comments = SqlComments.in(file, String.join("\n", lines), before, SqlSyntax.of(product));
        return new Way(split, comments, split.cutBy(delimited.pieces()));
    }
}
