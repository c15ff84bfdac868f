package dev.stairway.lint.rules.redis;

import dev.stairway.lint.Targets.Version;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which release brought which command and option: the history on its page, https://redis.io/docs/latest/commands/ */
final class Since {

    /** A command, with the option that is the newer of the two. */
    record Word(String name, Version since) {}

    /** Names of commands, with a second word or an option behind them where that is what is new. */
    private static final Map<String, String> NEW = Map.ofEntries(
            Map.entry("6.0", "SET+KEEPTTL ACL HELLO STRALGO LPOS BITFIELD_RO"),
            Map.entry(
                    "6.2",
                    "BLMOVE LMOVE COPY GETDEL GETEX SMISMEMBER ZMSCORE ZDIFF ZDIFFSTORE ZINTER ZUNION ZRANDMEMBER HRANDFIELD"
                            + " ZRANGESTORE XAUTOCLAIM GEOSEARCH GEOSEARCHSTORE RESET FAILOVER SET+EXAT SET+PXAT"
                            + " SET+GET ZADD+GT ZADD+LT ZRANGE+BYSCORE ZRANGE+BYLEX ZRANGE+REV ZRANGE+LIMIT XADD+NOMKSTREAM"
                            + " XADD+MINID XTRIM+MINID XGROUP/CREATECONSUMER CLIENT/INFO CLIENT/TRACKINGINFO CLIENT/UNPAUSE"
                            + " FLUSHALL+SYNC FLUSHDB+SYNC LPOP#1 RPOP#1"),
            Map.entry(
                    "7.0",
                    "EVAL_RO EVALSHA_RO FCALL FCALL_RO FUNCTION SORT_RO LCS SINTERCARD ZINTERCARD LMPOP BLMPOP ZMPOP BZMPOP"
                            + " EXPIRETIME PEXPIRETIME SPUBLISH SSUBSCRIBE SUNSUBSCRIBE EXPIRE+NX EXPIRE+XX EXPIRE+GT EXPIRE+LT"
                            + " PEXPIRE+NX PEXPIRE+XX PEXPIRE+GT PEXPIRE+LT EXPIREAT+NX EXPIREAT+XX EXPIREAT+GT EXPIREAT+LT"
                            + " PEXPIREAT+NX PEXPIREAT+XX PEXPIREAT+GT PEXPIREAT+LT BITCOUNT+BIT BITCOUNT+BYTE BITPOS+BIT"
                            + " BITPOS+BYTE XGROUP+ENTRIESREAD XSETID+ENTRIESADDED CLUSTER/SHARDS CLUSTER/LINKS"
                            + " CLUSTER/ADDSLOTSRANGE CLUSTER/DELSLOTSRANGE ACL/DRYRUN COMMAND/DOCS COMMAND/LIST"
                            + " COMMAND/GETKEYSANDFLAGS CLIENT/NO-EVICT LATENCY/HISTOGRAM MODULE/LOADEX SHUTDOWN+NOW"
                            + " PUBSUB/SHARDCHANNELS PUBSUB/SHARDNUMSUB"),
            Map.entry(
                    "7.2",
                    "WAITAOF ZRANK+WITHSCORE ZREVRANK+WITHSCORE CLIENT/NO-TOUCH CLIENT/SETINFO CLUSTER/MYSHARDID"),
            Map.entry(
                    "7.4",
                    "HEXPIRE HPEXPIRE HEXPIREAT HPEXPIREAT HTTL HPTTL HEXPIRETIME HPEXPIRETIME HPERSIST HSCAN+NOVALUES"),
            Map.entry(
                    "8.0",
                    "HGETDEL HGETEX HSETEX VADD VCARD VDIM VEMB VGETATTR VINFO VISMEMBER VLINKS VRANDMEMBER VREM VSETATTR VSIM"),
            Map.entry(
                    "8.2",
                    "XACKDEL XDELEX CLUSTER/SLOT-STATS BITOP/DIFF BITOP/DIFF1 BITOP/ANDOR BITOP/ONE XADD+KEEPREF"
                            + " XADD+DELREF XADD+ACKED XTRIM+KEEPREF XTRIM+DELREF XTRIM+ACKED"),
            Map.entry("8.4", "MSETEX DIGEST DELEX SET+IFEQ SET+IFNE SET+IFDEQ SET+IFDNE CLUSTER/MIGRATION FT.HYBRID"));

    /** Modules until then: https://redis.io/docs/latest/develop/whats-new/8-0/ */
    private static final List<String> MODULES =
            List.of("JSON.", "TS.", "BF.", "CF.", "CMS.", "TOPK.", "TDIGEST.", "FT.");

    private static final Version BUILT_IN = new Version(8, 0);

    private static final Map<String, Version> WORDS = words();

    private Since() {}

    private static Map<String, Version> words() {
        Map<String, Version> words = new HashMap<>();
        NEW.forEach((release, names) -> {
            for (String name : names.split(" ")) {
                words.put(name, Version.of(release));
            }
        });
        return Map.copyOf(words);
    }

    /** The newest thing about a call; empty where all of it is old. */
    static Optional<Word> of(RedisCall call) {
        String command = call.command();
        if (MODULES.stream().anyMatch(command::startsWith) && !WORDS.containsKey(command)) {
            return Optional.of(new Word(command, BUILT_IN));
        }
        Word newest = newer(null, command, command);
        if (!call.arguments().isEmpty()) {
            String sub = call.argument(0).toUpperCase(Locale.ROOT);
            newest = newer(newest, command + "/" + sub, command + " " + sub);
        }
        newest = newer(newest, command + "#" + (call.arguments().size() - 1), command + " with a number of elements");
        return Optional.ofNullable(options(call, newest));
    }

    private static Word options(RedisCall call, Word found) {
        Word newest = found;
        List<Argument> arguments = call.arguments();
        for (int at = first(call); at < Math.min(arguments.size(), 30); at++) {
            String option = call.argument(at).toUpperCase(Locale.ROOT);
            if (call.is("ZADD", "XADD") && option.matches("[-+]?[\\d*].*|[-+]?INF")) {
                // From the first score or the id on there are members and fields.
                break;
            }
            if (!option.isEmpty()) {
                newest = newer(newest, call.command() + "+" + option, call.command() + " " + option);
            }
        }
        return newest;
    }

    /** Behind the key and, where there is one, its value, which may read like an option. */
    private static int first(RedisCall call) {
        return switch (call.command()) {
            case "FLUSHALL", "FLUSHDB", "SHUTDOWN" -> 0;
            case "SET", "EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT", "HSCAN", "ZRANK", "ZREVRANK" -> 2;
            default -> 1;
        };
    }

    private static Word newer(Word known, String word, String name) {
        Version since = WORDS.get(word);
        boolean newer = since != null && (known == null || known.since().compareTo(since) < 0);
        return newer ? new Word(name, since) : known;
    }
}
