package dev.stairway.script.sql.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.antlr.v4.runtime.tree.ParseTree;

/** Goes through a tree from left to right without calling itself, however deep it is. */
final class SqliteWalk {

    private SqliteWalk() {}

    /** @param visitor true where it wants to see what is below, too */
    static void through(ParseTree tree, Predicate<ParseTree> visitor) {
        Deque<ParseTree> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            ParseTree next = open.pop();
            if (visitor.test(next)) {
                for (int at = next.getChildCount() - 1; at >= 0; at--) {
                    open.push(next.getChild(at));
                }
            }
        }
    }
}
