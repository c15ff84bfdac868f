/** Names of keys: which pattern a key follows. Pure; both the fingerprint and the data room speak of keys by these names. */
package dev.stairway.database.redis.key;
