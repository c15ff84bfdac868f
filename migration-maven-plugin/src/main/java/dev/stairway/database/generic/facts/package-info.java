/** What a driver tells of a schema, as records, and how names are spelled; read by every room that needs it. */
package dev.stairway.database.generic.facts;
