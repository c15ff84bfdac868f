/**
 * Plays a cell: the stairway walk and its invariants by name; yields outcomes. Knows engines, databases, fingerprints and
 * fillers through their interfaces only, so that a new one changes nothing here.
 */
package dev.stairway.run;
