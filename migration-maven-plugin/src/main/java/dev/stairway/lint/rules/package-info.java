/** One class per rule, in a package per group of the catalogue. They are found by being here. */
package dev.stairway.lint.rules;
