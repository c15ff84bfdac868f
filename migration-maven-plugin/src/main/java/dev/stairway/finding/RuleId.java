package dev.stairway.finding;

/** What a finding breaks: an invariant of the walk, or a rule that reads statements. */
public interface RuleId {

    /** Kebab-case name: waiver key and report label. */
    String id();

    /** Default severity. */
    Severity severity();
}
