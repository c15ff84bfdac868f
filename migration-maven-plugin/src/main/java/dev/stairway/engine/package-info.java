/**
 * The engine SPI in JDK types; one package below per engine. No type of an engine's library crosses a package edge, and
 * no engine knows another.
 */
package dev.stairway.engine;
