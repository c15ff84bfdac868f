/**
 * How a parser that ANTLR made is run: on text, with bounds on depth and memory, and with a refusal that people understand.
 * The grammars are one package below for each product.
 */
package dev.stairway.script.sql.grammar;
