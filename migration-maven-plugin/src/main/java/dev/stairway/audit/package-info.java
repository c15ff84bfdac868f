/** The audit trail: records of operations, each chained to the one before by its hash. Knows no database and no goal. */
package dev.stairway.audit;
