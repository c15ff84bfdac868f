package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An index that another one makes superfluous. */
public final class DuplicateIndex implements LintRule {

    private static final Facts FACTS = Facts.of("G38", "duplicate-index", Severity.INFO)
            .catches("An index that adds nothing to another one")
            .when(
                    "A new index sorts by the same columns as another index, primary key or unique constraint of its table, or by the"
                            + " first columns of it, and both are there when the release is over. Quiet for unique, partial and covering"
                            + " indexes that another one cannot replace.")
            .effect("Every write keeps both up to date; disk and memory hold both; no query gets faster.")
            .instead("Leave the index out, or drop the other one in the same release")
            .see(
                    "https://www.postgresql.org/docs/current/indexes-multicolumn.html",
                    "https://www.sqlite.org/queryplanner.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<String, List<Made>> earlier = new HashMap<>();
        IndexChanges changes = new IndexChanges(release.statements());
        for (int place = 0; place < release.statements().size(); place++) {
            StatementView statement = release.statements().get(place);
            int from = place;
            statement.as(CreateIndex.class).ifPresent(create -> {
                Made index = Made.of(from, statement, create);
                if (stays(changes, index)) {
                    List<Made> made = earlier.computeIfAbsent(Names.key(create.table()), none -> new ArrayList<>());
                    other(release, changes, index, made).ifPresent(other -> say(index, other, remarks));
                    made.add(index);
                }
            });
        }
    }

    /** An index of this release. @param at place of the statement */
    private record Made(int at, StatementView statement, CreateIndex create, AccessPath path) {
        static Made of(int at, StatementView statement, CreateIndex create) {
            String condition = create.where() == null
                    ? ""
                    : AccessPath.plain(create.where().text());
            String name = create.index() == null ? "" : create.index().written();
            AccessPath path = new AccessPath(
                    name,
                    AccessPath.keys(create.parts()),
                    create.unique(),
                    condition,
                    AccessPath.method(create.method()),
                    false);
            return new Made(at, statement, create, path);
        }
    }

    private static boolean stays(IndexChanges changes, Made index) {
        Name name = index.create().index();
        return name == null || !changes.isDroppedAfter(index.at(), name);
    }

    private static Optional<AccessPath> other(
            ReleaseView release, IndexChanges changes, Made index, List<Made> earlier) {
        if (index.path().unique() || !index.create().include().isEmpty()) {
            return Optional.empty();
        }
        Stream<AccessPath> sameRelease = earlier.stream()
                .filter(made -> made.create().table().same(index.create().table()))
                .map(Made::path);
        return Stream.concat(sameRelease, known(release, changes, index))
                .filter(path -> path.name().isEmpty()
                        || !IndexChanges.bare(path.name())
                                .equalsIgnoreCase(IndexChanges.bare(index.path().name())))
                .filter(path -> !isUnnamed(index, path))
                .filter(path -> path.startsWith(index.path()))
                .findFirst();
    }

    /** Those that were there before it and stay, and longer ones that come later. */
    private static Stream<AccessPath> known(ReleaseView release, IndexChanges changes, Made index) {
        Name table = index.create().table();
        List<AccessPath> before =
                index.statement().schema().table(table).map(AccessPath::of).orElse(List.of());
        return release.after().table(table).stream()
                .flatMap(after -> AccessPath.of(after).stream())
                .filter(path -> before.contains(path) || later(changes, index, path));
    }

    /** True for the index itself, which the schema knows by the name that the server gives. */
    private static boolean isUnnamed(Made index, AccessPath path) {
        return index.path().name().isEmpty()
                && !path.name().isEmpty()
                && path.keys().equals(index.path().keys());
    }

    /** A longer one that this release makes after it, of the name that it has in the end. */
    private static boolean later(IndexChanges changes, Made index, AccessPath path) {
        return path.keys().size() > index.path().keys().size()
                && changes.madeAfter(index.at(), path.name())
                        .filter(made -> IndexChanges.bare(made.index().written())
                                .equalsIgnoreCase(IndexChanges.bare(path.name())))
                        .anyMatch(made -> AccessPath.keys(made.parts()).equals(path.keys()));
    }

    private static void say(Made index, AccessPath other, Remarks remarks) {
        String table = index.create().table().written();
        String name = index.path().name().isEmpty() ? "The index" : index.path().name();
        boolean nameless = other.name().isEmpty()
                || other.constraint() && index.statement().targets().is("sqlite");
        String named = nameless ? "the key (" + String.join(", ", other.keys()) + ")" : other.name();
        String sorted = other.keys().size() > index.path().keys().size()
                ? named + " of " + table + " begins with the columns of " + name
                : name + " sorts " + table + " by the same columns as " + named;
        remarks.at(index.statement(), 0, index.path().name(), sorted);
    }
}
