package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.tree.Name;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table is written anew, and its values are cut on the way. */
public final class RebuildCutsValues implements LintRule {

    private static final Set<String> CUTTING =
            Set.of("substr", "substring", "round", "trunc", "floor", "ceil", "ceiling");
    private static final Pattern CAST = Pattern.compile(
            "\\bCAST\\s*\\(\\s*(?:\\w+\\s*\\.\\s*)?[\"`\\[]?(\\w+)[\"`\\]]?\\s+AS\\s+([^()]+?)\\s*[()]",
            Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("L24", "rebuild-cuts-values", Severity.WARNING)
            .about("sqlite")
            .catches("a rebuild whose copy cuts, rounds or casts values")
            .when(
                    "A table is written anew, and the query that copies its rows calls substr(), round(), floor() or the like, or"
                            + " casts a column to a type that does not hold every value it had. Quiet for casts that lose nothing, such"
                            + " as numbers to text.")
            .effect(
                    "What is cut off is gone when the old table is dropped. A CAST never fails on SQLite: a text that is no number"
                            + " becomes 0.")
            .instead(
                    "Look for values that would change, and settle each of them; or keep the former values in a column beside"
                            + " until a later release.")
            .see(
                    "https://www.sqlite.org/lang_expr.html#castexpr",
                    "https://www.sqlite.org/lang_altertable.html#otheralter")
            .provenBy(Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (Rebuilt rebuilt : Rebuilt.of(release)) {
            Set<String> cutting = new TreeSet<>(rebuilt.rebuild().query().functions());
            cutting.retainAll(CUTTING);
            String cast = lossyCast(rebuilt);
            if (!cutting.isEmpty()) {
                say(
                        rebuilt,
                        cutting.iterator().next() + "() cuts values of " + rebuilt.name() + " while they are copied",
                        remarks);
            } else if (!cast.isEmpty()) {
                say(rebuilt, cast, remarks);
            }
        }
    }

    private static void say(Rebuilt rebuilt, String what, Remarks remarks) {
        remarks.at(
                rebuilt.drop(), 0, rebuilt.name().written(), what + ", and the old ones are gone with this DROP TABLE");
    }

    private static String lossyCast(Rebuilt rebuilt) {
        Matcher cast = CAST.matcher(rebuilt.rebuild().query().text());
        while (cast.find()) {
            String name = cast.group(1);
            Affinity to = Affinity.of(cast.group(2));
            boolean loses = rebuilt.old()
                    .column(new Name("", name, name, false))
                    .filter(column -> column.type() != null)
                    .filter(column -> loses(Affinity.of(column.type().written()), to))
                    .isPresent();
            if (loses) {
                return "Values of " + name + " become " + to + " while they are copied";
            }
        }
        return "";
    }

    private static boolean loses(Affinity from, Affinity to) {
        boolean text = from == Affinity.TEXT || from == Affinity.BLOB;
        return to.isNumber() && text || to == Affinity.INTEGER && from == Affinity.REAL;
    }
}
