/** What all stores that speak JDBC have in common: the transaction, and the text of their statements. */
package dev.stairway.data.jdbc;
