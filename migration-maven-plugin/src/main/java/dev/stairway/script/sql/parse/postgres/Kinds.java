package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.tree.ObjectKind;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Kinds of objects by the words that name them. */
final class Kinds {

    private static final Map<String, ObjectKind> KINDS = Map.ofEntries(
            Map.entry("TABLE", ObjectKind.TABLE),
            Map.entry("COLUMN", ObjectKind.COLUMN),
            Map.entry("CONSTRAINT", ObjectKind.CONSTRAINT),
            Map.entry("INDEX", ObjectKind.INDEX),
            Map.entry("VIEW", ObjectKind.VIEW),
            Map.entry("MATERIALIZED", ObjectKind.MATERIALIZED_VIEW),
            Map.entry("SEQUENCE", ObjectKind.SEQUENCE),
            Map.entry("TYPE", ObjectKind.TYPE),
            Map.entry("DOMAIN", ObjectKind.DOMAIN),
            Map.entry("FUNCTION", ObjectKind.FUNCTION),
            Map.entry("ROUTINE", ObjectKind.FUNCTION),
            Map.entry("PROCEDURE", ObjectKind.PROCEDURE),
            Map.entry("AGGREGATE", ObjectKind.AGGREGATE),
            Map.entry("TRIGGER", ObjectKind.TRIGGER),
            Map.entry("EVENT", ObjectKind.EVENT_TRIGGER),
            Map.entry("RULE", ObjectKind.RULE),
            Map.entry("POLICY", ObjectKind.POLICY),
            Map.entry("SCHEMA", ObjectKind.SCHEMA),
            Map.entry("DATABASE", ObjectKind.DATABASE),
            Map.entry("EXTENSION", ObjectKind.EXTENSION),
            Map.entry("ROLE", ObjectKind.ROLE),
            Map.entry("USER", ObjectKind.ROLE),
            Map.entry("GROUP", ObjectKind.ROLE),
            Map.entry("TABLESPACE", ObjectKind.TABLESPACE),
            Map.entry("PUBLICATION", ObjectKind.PUBLICATION),
            Map.entry("SUBSCRIPTION", ObjectKind.SUBSCRIPTION),
            Map.entry("STATISTICS", ObjectKind.STATISTICS),
            Map.entry("COLLATION", ObjectKind.COLLATION));

    private Kinds() {}

    /** By the first of its words; OTHER for what has no kind of its own, a FOREIGN TABLE too. */
    static ObjectKind of(String word) {
        return KINDS.getOrDefault(word.toUpperCase(Locale.ROOT), ObjectKind.OTHER);
    }

    /** By the word at a place of a part: 1 for what stands behind the verb. */
    static ObjectKind at(ParserRuleContext part, int place) {
        ParseTree word = part.getChildCount() > place ? part.getChild(place) : part;
        while (word.getChildCount() > 0) {
            word = word.getChild(0);
        }
        return word instanceof TerminalNode ? of(word.getText()) : ObjectKind.OTHER;
    }
}
