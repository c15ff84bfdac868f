package dev.stairway.compare.behaviour;

import java.util.List;

/**
 * Everything that was probed.
 *
 * @param probed also where all did the same
 * @param notProbed what could not be, with its reason, for people
 */
public record BehaviourReport(List<Probed> probed, List<BehaviourDifference> differences, List<String> notProbed) {

    public static final BehaviourReport NONE = new BehaviourReport(List.of(), List.of(), List.of());

    public BehaviourReport {
        probed = List.copyOf(probed);
        differences = List.copyOf(differences);
        notProbed = List.copyOf(notProbed);
    }
}
