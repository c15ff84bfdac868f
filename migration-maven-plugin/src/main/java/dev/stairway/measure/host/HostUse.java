package dev.stairway.measure.host;

/**
 * What a step took of the machine.
 *
 * @param serverCpuMillis of all processes of the server; for a library, of this process; null where unknown
 * @param serverPeakBytes most resident memory of them all that was seen; null where unknown
 * @param engineCpuMillis of the thread that ran the engine; null where unknown
 * @param enginePeakBytes most of this JVM's heap that was seen in use, garbage included; null where unknown
 */
public record HostUse(Double serverCpuMillis, Long serverPeakBytes, Double engineCpuMillis, Long enginePeakBytes) {}
