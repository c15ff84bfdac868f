/** From the text of a statement to what it says, by the grammar of its product. Only here generated parsers are known. */
package dev.stairway.script.sql.parse;
