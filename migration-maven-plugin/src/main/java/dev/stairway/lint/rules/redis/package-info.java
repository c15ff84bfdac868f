/**
 * Rules about scripts and commands of Redis. They know this plugin's own engine: which keys it hands over, what it calls
 * again, and what it keeps in the database; what it does itself no script is asked to do.
 */
package dev.stairway.lint.rules.redis;
