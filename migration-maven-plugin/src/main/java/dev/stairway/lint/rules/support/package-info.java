/** What several rules ask about a statement. Knows no rule. */
package dev.stairway.lint.rules.support;
