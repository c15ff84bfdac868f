package dev.stairway.suite;

import dev.stairway.crash.CrashOptions;
import dev.stairway.fault.FaultOptions;

/**
 * What goes wrong on purpose in the middle of migrations.
 *
 * @param kills what is killed, and when
 * @param faults what is tried afterwards; none where no fault is named
 */
public record CrashPlan(CrashOptions kills, FaultOptions faults) {}
