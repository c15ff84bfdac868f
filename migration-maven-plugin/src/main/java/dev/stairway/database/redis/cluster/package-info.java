/**
 * What a Redis Cluster is by its specification: which slot a key is in. No connection and nothing but the JDK may enter.
 */
package dev.stairway.database.redis.cluster;
