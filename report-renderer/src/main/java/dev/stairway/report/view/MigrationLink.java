package dev.stairway.report.view;

/** @param href anchor of the drill-down; null when the document has no such migration */
public record MigrationLink(String label, String href) {}
