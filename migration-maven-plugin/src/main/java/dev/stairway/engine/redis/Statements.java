package dev.stairway.engine.redis;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.redis.RedisScript;
import dev.stairway.script.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a migration of Redis sends: each half is one statement, the whole script. */
final class Statements {

    private Statements() {}

    static MigrationStatements of(Unit unit) {
        List<ScriptComment> comments = new ArrayList<>();
        unit.up().ifPresent(script -> comments.addAll(comments(script)));
        unit.down().ifPresent(script -> comments.addAll(comments(script)));
        return new MigrationStatements(
                unit.migration(),
                statements(unit.up()),
                statements(unit.down()),
                Map.of(),
                List.of(),
                comments,
                unit.code().isPresent() ? List.of("a Java class") : List.of());
    }

    private static List<SqlStatement> statements(Optional<RedisScript> half) {
        return half.map(script -> List.of(new SqlStatement(script.file(), 1, 1, script.text())))
                .orElse(List.of());
    }

    /** Lua's comments are {@code --}, those of a command file {@code #}. */
    private static List<ScriptComment> comments(RedisScript script) {
        List<ScriptComment> found = new ArrayList<>();
        int line = 0;
        for (String text : script.text().lines().toList()) {
            line++;
            String words = text.strip();
            if (words.startsWith("--") || words.startsWith("#")) {
                found.add(new ScriptComment(
                        script.file(), line, words.replaceFirst("^(--|#+)", "").strip()));
            }
        }
        return found;
    }
}
