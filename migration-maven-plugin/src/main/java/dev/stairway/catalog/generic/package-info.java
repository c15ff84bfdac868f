/** The logical schema by what every JDBC driver tells. */
package dev.stairway.catalog.generic;
