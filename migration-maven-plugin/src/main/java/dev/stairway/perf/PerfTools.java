package dev.stairway.perf;

import dev.stairway.data.Filler;
import dev.stairway.engine.Engine;

/**
 * What the passes of a cell need besides their databases.
 *
 * @param engine of the cell's changelog
 * @param fillers makes the filler for a database
 */
public record PerfTools(Engine engine, Filler.Factory fillers) {}
