/** Whose library of an engine runs: the project's own, in a class loader of its own, or the plugin's. */
package dev.stairway.engine.loader;
