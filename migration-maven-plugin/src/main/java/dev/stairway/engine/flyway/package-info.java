/**
 * The Flyway engine, for whichever release from 10 on the user brings. Flyway is never a dependency of ours: it is reached by
 * name, through its public API alone, and no type of it enters this package.
 */
package dev.stairway.engine.flyway;
