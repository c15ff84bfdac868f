/** What rules of several groups need to know or to write. Holds no rule. */
package dev.stairway.lint.rules.support;
