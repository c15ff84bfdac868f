package dev.stairway.fault;

import dev.stairway.data.Filler;
import dev.stairway.engine.Engine;

/**
 * What a drill needs besides a server.
 *
 * @param engine of the cell's changelog
 * @param fillers makes the filler for a database
 */
public record FaultTools(Engine engine, Filler.Factory fillers) {}
