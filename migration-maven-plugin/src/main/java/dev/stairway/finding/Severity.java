package dev.stairway.finding;

/** How bad a finding is; the order is from worst to mildest. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
