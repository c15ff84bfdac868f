package dev.stairway.lint;

import java.util.List;

/**
 * What the rules say of a release.
 *
 * @param remarks in the order of the changelog
 * @param statements how many the ways up and down of the release have
 * @param notJudged those that no rule could judge, with the reason
 */
public record Judgement(List<Remark> remarks, int statements, List<NotJudged> notJudged) {
    public Judgement {
        remarks = List.copyOf(remarks);
        notJudged = List.copyOf(notJudged);
    }
}
