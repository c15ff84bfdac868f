/** What to write instead of a statement that was seen to keep others waiting. Pure: from a trace and row counts to findings. */
package dev.stairway.perf.advice;
