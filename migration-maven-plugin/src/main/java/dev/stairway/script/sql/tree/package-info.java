/**
 * What statements say, in one form for every product. Pure data: built by the parsers beside, read by the rules; knows no
 * grammar.
 */
package dev.stairway.script.sql.tree;
