/**
 * What the walk costs, measured against Liquibase's own goals and bare JDBC on one embedded server. Never published; starts
 * other processes only, so that what it measures is what a user's build would see.
 */
package dev.stairway.benchmark;
