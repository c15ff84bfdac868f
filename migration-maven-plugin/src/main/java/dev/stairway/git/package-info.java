/** Earlier states of the project, as its own git repository has them. Knows files and processes, and nothing of migrations. */
package dev.stairway.git;
