package dev.stairway.lint.rules.generic;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Indexes that a release makes and drops, to be found by their names: a release may have thousands. */
final class IndexChanges {

    private static final Pattern QUOTE = Pattern.compile("[\"`\\[\\]]");

    private record Made(int at, CreateIndex create) {}

    private record Dropped(int at, Name index) {}

    private final Map<String, List<Made>> byName = new HashMap<>();
    private final Map<String, List<CreateIndex>> byTable = new HashMap<>();
    private final Map<String, List<Dropped>> dropped = new HashMap<>();

    /** @param statements of the release, in order */
    IndexChanges(List<StatementView> statements) {
        for (int at = 0; at < statements.size(); at++) {
            if (statements.get(at).tree() instanceof CreateIndex create) {
                made(at, create);
            } else if (statements.get(at).tree() instanceof Drop drop && drop.kind() == ObjectKind.INDEX) {
                dropped(at, drop);
            }
        }
    }

    private void made(int at, CreateIndex create) {
        byTable.computeIfAbsent(Names.key(create.table()), none -> new ArrayList<>())
                .add(create);
        if (create.index() != null) {
            byName.computeIfAbsent(key(create.index().written()), none -> new ArrayList<>())
                    .add(new Made(at, create));
        }
    }

    private void dropped(int at, Drop drop) {
        drop.names()
                .forEach(name -> dropped.computeIfAbsent(Names.key(name), none -> new ArrayList<>())
                        .add(new Dropped(at, name)));
    }

    /** Those on a table of this name, in any schema. */
    List<CreateIndex> on(Name table) {
        return byTable.getOrDefault(Names.key(table), List.of());
    }

    /** Those that are made with about this name behind a statement: without its schema and quotes. @param at -1 for all */
    Stream<CreateIndex> madeAfter(int at, String written) {
        return byName.getOrDefault(key(written), List.of()).stream()
                .filter(made -> made.at() > at)
                .map(Made::create);
    }

    boolean isDroppedAfter(int at, Name index) {
        return dropped.getOrDefault(Names.key(index), List.of()).stream()
                .anyMatch(drop -> drop.at() > at && drop.index().same(index));
    }

    private static String key(String written) {
        return QUOTE.matcher(bare(written)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Without schema: an index is always in that of its table, also where it is not written. */
    static String bare(String index) {
        return index.substring(index.lastIndexOf('.') + 1);
    }
}
