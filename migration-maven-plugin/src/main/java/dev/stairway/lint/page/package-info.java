/** Pages of the site about rules. Run by the build of the site alone. */
package dev.stairway.lint.page;
