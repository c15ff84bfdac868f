/**
 * The Liquibase engine: runs changeSets one by one through Liquibase's own execution. Compiled against 4.33.0 and run
 * with whichever release the user brings, so nothing may enter that only one of them has. No Liquibase type leaves.
 */
package dev.stairway.engine.liquibase;
