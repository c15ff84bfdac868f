/** Page model to HTML by Thymeleaf and Chart.js: the stand-alone page and the fragment for a Maven site. */
package dev.stairway.report.page;
