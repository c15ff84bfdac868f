/** The records of the metrics document and its JSON writer: the contract with the renderer. Records only, no logic of a run. */
package dev.stairway.metrics;
