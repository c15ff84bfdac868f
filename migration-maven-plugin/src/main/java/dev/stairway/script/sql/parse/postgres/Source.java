package dev.stairway.script.sql.parse.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The text of a statement, and ways through its tree. Walks without recursion: long chains make deep trees. */
record Source(String sql) {

    /** What a part of the tree was written as; empty where it is null or reads nothing. */
    String text(ParserRuleContext part) {
        return part == null ? "" : text(part, part);
    }

    /** From the first character of one part to the last of another. */
    String text(ParserRuleContext from, ParserRuleContext to) {
        if (from.getStart() == null || to.getStop() == null) {
            return "";
        }
        return cut(from.getStart().getStartIndex(), to.getStop().getStopIndex() + 1);
    }

    /** From a place to the end of a part. */
    String textBehind(ParserRuleContext name, ParserRuleContext whole) {
        if (name.getStop() == null || whole.getStop() == null) {
            return "";
        }
        return cut(name.getStop().getStopIndex() + 1, whole.getStop().getStopIndex() + 1);
    }

    private String cut(int begin, int end) {
        return begin >= end
                ? ""
                : sql.substring(begin, Math.min(end, sql.length())).strip();
    }

    /** Place of the first character of a part. */
    static int offset(ParserRuleContext part) {
        return part.getStart() == null ? 0 : part.getStart().getStartIndex();
    }

    /** Every part of a kind in a part of the tree, itself too, in the order of the text. */
    static <T extends ParseTree> List<T> all(ParseTree root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        visit(root, part -> {
            if (kind.isInstance(part)) {
                found.add(kind.cast(part));
            }
            return false;
        });
        return found;
    }

    /** Shows every part in the order of the text until one is what is looked for. @param root null for none */
    private static boolean visit(ParseTree root, Predicate<ParseTree> wanted) {
        Deque<ParseTree> left = new ArrayDeque<>(root == null ? List.of() : List.of(root));
        while (!left.isEmpty()) {
            ParseTree next = left.pop();
            if (wanted.test(next)) {
                return true;
            }
            for (int i = next.getChildCount() - 1; i >= 0; i--) {
                left.push(next.getChild(i));
            }
        }
        return false;
    }

    static boolean holds(ParseTree root, Class<? extends ParseTree> kind) {
        return visit(root, kind::isInstance);
    }

    /** The words and signs of a part in order. */
    static List<Token> tokens(ParseTree root) {
        return all(root, TerminalNode.class).stream()
                .map(TerminalNode::getSymbol)
                .toList();
    }

    /** True when a word stands right in this part, not in a part of it. */
    static boolean says(ParserRuleContext part, int word) {
        return part != null && !part.getTokens(word).isEmpty();
    }
}
