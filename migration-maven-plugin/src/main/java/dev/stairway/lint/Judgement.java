package dev.stairway.lint;

import dev.stairway.engine.Migration;
import dev.stairway.script.sql.parse.ParsedStatement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules say of a release.
 *
 * @param remarks in the order of the changelog
 * @param statements how many the ways up and down of the release have
 * @param notCovered those that no rule could judge, with the reason
 * @param unread what could not even be known as a statement: the reasons, by migration
 */
public record Judgement(
        List<Remark> remarks, int statements, List<ParsedStatement> notCovered, Map<Migration, List<String>> unread) {
    public Judgement {
        remarks = List.copyOf(remarks);
        notCovered = List.copyOf(notCovered);
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }
}
