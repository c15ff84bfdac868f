/**
 * Folders of plain SQL scripts, run as the tool does whose layout they have: golang-migrate or dbmate. The tools
 * themselves are not needed.
 */
package dev.stairway.engine.sql;
