/**
 * Guarded operations on a database that the user named: health, status, upgrade, downgrade, backup, restore. The guard is a
 * look before anything is done, a backup, a question to the user and the name of the environment; nothing is disposable here.
 */
package dev.stairway.operate;
