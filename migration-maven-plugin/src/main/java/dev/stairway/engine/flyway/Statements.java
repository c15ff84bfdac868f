package dev.stairway.engine.flyway;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.script.SplitScript;
import dev.stairway.engine.script.TransactionNeeds;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlComments;
import dev.stairway.script.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Flyway's migrations send, with the values of their placeholders. */
final class Statements {

    private final Project project;
    private final String product;
    private final Placeholders placeholders;
    private final boolean transactions;

    Statements(Project project, String product) {
        this.project = project;
        this.product = product;
        Object configuration =
                project.library().configuration(project.settings().with(Map.of()));
        this.placeholders = new Placeholders(configuration);
        this.transactions = (Boolean) Reflect.call(configuration, "isExecuteInTransaction");
    }

    List<MigrationStatements> all() {
        List<Migration> migrations = Migrations.of(project);
        List<MigrationStatements> all = new ArrayList<>();
        for (int at = 0; at < migrations.size(); at++) {
            all.add(of(migrations.get(at), project.found().get(at)));
        }
        return all;
    }

    private MigrationStatements of(Migration migration, Found found) {
        Optional<Script> script = found.script().filter(file -> found.kind().startsWith("SQL"));
        Optional<Script> back = project.downs().of(found);
        List<String> notCovered = new ArrayList<>();
        if (script.isEmpty()) {
            notCovered.add(found.isJava() ? "a Java class" : "a script that is not SQL");
        }
        SplitScript up = split(script, notCovered);
        SplitScript down = split(back, notCovered);
        ScriptConfig config = script.map(this::config).orElse(new ScriptConfig(Map.of()));
        boolean alone = up.statements().stream().anyMatch(statement -> TransactionNeeds.outside(statement, product));
        boolean transactional = transactions && config.says("executeInTransaction") && !alone;
        List<ScriptComment> comments = new ArrayList<>();
        script.ifPresent(file -> comments.addAll(comments(file)));
        back.ifPresent(file -> comments.addAll(comments(file)));
        return new MigrationStatements(
                Migrations.with(migration, Optional.empty(), transactional),
                up.statements(),
                down.statements(),
                config.values(),
                List.of(),
                comments,
                notCovered);
    }

    private SplitScript split(Optional<Script> script, List<String> notCovered) {
        SplitScript split = script.map(file -> SplitScript.of(file.file(), text(file), product))
                .orElse(new SplitScript(List.of(), List.of()));
        notCovered.addAll(split.notCovered());
        return split;
    }

    private String text(Script file) {
        return placeholders.replace(file.text(), file.fileName(), config(file).says("placeholderReplacement"));
    }

    private ScriptConfig config(Script file) {
        return ScriptConfig.of(file, project.scan().scripts());
    }

    private List<ScriptComment> comments(Script file) {
        return SqlComments.in(file.file(), file.text(), 0, SqlSyntax.of(product));
    }
}
