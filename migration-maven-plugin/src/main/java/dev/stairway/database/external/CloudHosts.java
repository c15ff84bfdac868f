package dev.stairway.database.external;

import java.util.List;
import java.util.Optional;

/** Hosts of services that run databases for others: what runs there is paid for, and rarely for tests. */
final class CloudHosts {

    private static final List<String> DOMAINS = List.of(
            "rds.amazonaws.com",
            "rds.amazonaws.com.cn",
            "cache.amazonaws.com",
            "redshift.amazonaws.com",
            "on.aws",
            "database.azure.com",
            "database.windows.net",
            "redis.cache.windows.net",
            "redis.azure.net",
            "cosmos.azure.com",
            "sql.goog",
            "alloydb.goog",
            "oraclecloud.com",
            "appdomain.cloud",
            "aliyuncs.com",
            "myhuaweicloud.com",
            "tencentcdb.com",
            "mdb.yandexcloud.net",
            "db.ondigitalocean.com",
            "aivencloud.com",
            "supabase.co",
            "supabase.com",
            "neon.tech",
            "render.com",
            "railway.app",
            "rlwy.net",
            "fly.dev",
            "elephantsql.com",
            "crunchybridge.com",
            "cockroachlabs.cloud",
            "timescale.com",
            "tsdb.cloud.timescale.com",
            "psdb.cloud",
            "psdb.co",
            "xata.sh",
            "scalegrid.io",
            "clever-cloud.com",
            "rdb.fr-par.scw.cloud",
            "scw.cloud",
            "ovh.net",
            "gcp.cloud.es.io",
            "upstash.io",
            "redislabs.com",
            "redis-cloud.com",
            "redns.redis-cloud.com",
            "rediscloud.com",
            "a.run.app",
            "instaclustr.com",
            "yugabyte.cloud",
            "edb.cloud",
            "biganimal.io");

    private CloudHosts() {}

    /** The service's domain; empty where the host is of none that is known. */
    static Optional<String> domainOf(String host) {
        return DOMAINS.stream()
                .filter(domain -> host.equals(domain) || host.endsWith("." + domain))
                .findFirst();
    }
}
