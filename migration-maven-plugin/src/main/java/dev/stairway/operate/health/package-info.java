/** Whether a real database is fit for an upgrade now. Reads only. */
package dev.stairway.operate.health;
