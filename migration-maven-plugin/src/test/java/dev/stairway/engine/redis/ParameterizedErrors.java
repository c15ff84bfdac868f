package dev.stairway.engine.redis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors as servers word them, and what the user must read beside them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@CsvSource(
        delimiter = '|',
        value = {
            "READONLY You can not write against a read only replica. | use the address of the master",
            "LOADING Redis is loading the dataset in memory | run again when it is ready",
            "MISCONF Redis is configured to save RDB snapshots | make room",
            "NOPERM this user has no permissions | extend its ACL",
            "CLUSTERDOWN Hash slot not served | repair the cluster",
            "MASTERDOWN Link with MASTER is down | lost its master",
            "NOREPLICAS Not enough good replicas to write. | Too few replicas"
        })
@interface ParameterizedErrors {}
