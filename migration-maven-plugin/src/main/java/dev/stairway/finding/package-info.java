/** What is said about a migration: rules, their severity, findings and verdicts. Pure; knows engines' words only. */
package dev.stairway.finding;
