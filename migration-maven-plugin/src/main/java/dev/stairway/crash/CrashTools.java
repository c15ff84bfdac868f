package dev.stairway.crash;

import dev.stairway.data.Filler;
import dev.stairway.engine.Engine;

/**
 * What a drill needs besides a server.
 *
 * @param engine of the cell's changelog
 * @param fillers makes the filler for a database
 * @param runners starts processes that can be killed
 */
public record CrashTools(Engine engine, Filler.Factory fillers, Runners runners) {}
