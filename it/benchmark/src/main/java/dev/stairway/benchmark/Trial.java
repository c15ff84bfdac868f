package dev.stairway.benchmark;

import java.util.Map;

/** Something that is measured again and again. */
interface Trial {

    /** Unique, for example {@code trivial-1000/walk}. */
    String name();

    /** One sentence for people: what runs, and what its time includes. */
    String what();

    /**
     * Runs it once. What it needs is made before the clock starts.
     *
     * @param round 0 for the warm-up, whose figures do not count and which may use the network
     * @return figures by name, with the unit in the name
     */
    Map<String, Double> run(int round) throws Exception;
}
