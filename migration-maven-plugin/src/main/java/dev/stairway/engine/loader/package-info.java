/**
 * Class loaders that keep an engine's library, in the version of the project, away from everybody else's. JDK types only:
 * drivers are loaded with it, too.
 */
package dev.stairway.engine.loader;
