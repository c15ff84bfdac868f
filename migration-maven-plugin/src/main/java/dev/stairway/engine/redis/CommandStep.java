package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;
import dev.stairway.script.redis.RedisCommandFile;
import dev.stairway.script.redis.RedisCommandLine;
import dev.stairway.script.redis.RedisScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redisson.client.RedisException;

/** A file of commands, run one after another; a run that was killed goes on behind the last one that was answered. */
final class CommandStep implements Step {

    private static final String LINES = "commands";

    /** What concerns a server and names no key: on a cluster every server gets it. */
    private static final Set<String> EVERY_SERVER =
            Set.of("ACL", "CONFIG", "FLUSHALL", "FLUSHDB", "FUNCTION", "SCRIPT");

    private final Client client;
    private final RedisLimits limits;
    private final RedisScript script;
    private final Progress progress;
    private final List<RedisCommandLine> commands;
    private Node transaction;
    private int ran;

    CommandStep(Client client, RedisLimits limits, RedisScript script, Progress progress) {
        this.client = client;
        this.limits = limits;
        this.script = script;
        this.progress = progress;
        this.commands = RedisCommandFile.parse(script.file(), script.text());
    }

    @Override
    public StepOutcome run(RedisSession session) {
        Calls calls = new Calls(client, session, script.header().timeout().orElse(limits.timeout()));
        int kept = Integer.parseInt(progress.cursor(LINES));
        int recorded = kept;
        for (ran = kept; ran < commands.size(); ran++) {
            RedisCommandLine line = commands.get(ran);
            try {
                run(calls, line);
            } catch (ReplyException failure) {
                leaveTransaction();
                return failed(failure, line);
            }
            if (transaction == null) {
                try {
                    progress.keep(LINES, Integer.toString(ran + 1), ran + 1L);
                    // A command may count: it must not be sent again because this was still under way when the run was
                    // killed.
                    progress.settle();
                    recorded = ran + 1;
                } catch (ReplyException failure) {
                    return unrecorded(failure, line, recorded);
                }
            }
        }
        return StepOutcome.executed();
    }

    private void run(Calls calls, RedisCommandLine line) {
        Command command = new Command(text(line), new ArrayList<>(line.arguments()));
        Node node = transaction != null ? transaction : node(line);
        if (transaction == null && EVERY_SERVER.contains(line.name())) {
            client.topology().nodes().forEach(each -> refuseErrors(calls.run(each, command, -1), command));
        } else {
            refuseErrors(calls.run(node, command, -1), command);
        }
        switch (line.name()) {
            case "MULTI" -> transaction = node;
            case "EXEC", "DISCARD" -> transaction = null;
            default -> {}
        }
    }

    /** The first of them may be a subcommand; values are left out, they may be secrets. */
    private static String text(RedisCommandLine line) {
        return line.arguments().size() > 1
                ? line.name() + " " + Command.text(line.arguments().get(1))
                : line.name();
    }

    /** EXEC answers with what each command said; nothing at all when a watched key had changed. */
    private static void refuseErrors(Object reply, Command command) {
        if (reply instanceof List<?> replies) {
            for (Object each : replies) {
                if (each instanceof RedisException error) {
                    throw new ReplyException(ReplyException.Kind.ERROR, ServerError.text(error), command.text(), error);
                }
            }
        }
        if (reply == null && command.text().equals("EXEC")) {
            throw new ReplyException(
                    ReplyException.Kind.ERROR, "EXECABORT A watched key was changed meanwhile", command.text(), null);
        }
    }

    private Node node(RedisCommandLine line) {
        Topology topology = client.topology();
        return topology.cluster()
                ? topology.ofAll(keys(line))
                : topology.nodes().get(0);
    }

    /** Of the command; of MULTI those of the whole transaction, which runs on one server. */
    private List<byte[]> keys(RedisCommandLine line) {
        CommandKeys asked = new CommandKeys(client.topology());
        if (!line.name().equals("MULTI")) {
            return asked.of(line);
        }
        List<byte[]> keys = new ArrayList<>();
        for (RedisCommandLine inside : commands.subList(commands.indexOf(line) + 1, commands.size())) {
            if (Set.of("EXEC", "DISCARD").contains(inside.name())) {
                break;
            }
            keys.addAll(asked.of(inside));
        }
        return keys;
    }

    /** Closing the connection is what discards it. */
    private void leaveTransaction() {
        if (transaction != null) {
            transaction.wire().close();
            transaction = null;
        }
    }

    private StepOutcome unrecorded(ReplyException failure, RedisCommandLine line, int recorded) {
        String error = Failures.clean(failure.getMessage());
        List<String> lines = new ArrayList<>();
        lines.add(script.file() + ":" + line.line() + ": it ran, but that could not be recorded: " + error);
        Advice.of(error).ifPresent(lines::add);
        // Without a connection nobody can know whether it was written.
        String again = failure.kind() == ReplyException.Kind.LOST
                ? "it may send this one again"
                : "it goes on behind them and sends this one again";
        lines.add(recorded + " of " + commands.size()
                + " commands are recorded as done: run again once that is repaired; " + again);
        return StepOutcome.failed(String.join("\n", lines), text(line));
    }

    private StepOutcome failed(ReplyException failure, RedisCommandLine line) {
        String position = script.file() + ":" + line.line();
        String unknown = failure.kind() == ReplyException.Kind.LOST
                ? "; whether this one ran is unknown, and the next run sends it again"
                : "";
        String state = progress.cursor(LINES) + " of " + commands.size() + " commands are done" + unknown
                + ". Run again once it is repaired: it goes on behind them";
        if (SlotFault.is(failure)) {
            return SlotFault.outcome(position, Optional.empty(), keys(line), text(line), state);
        }
        List<String> lines = new ArrayList<>();
        String error = Failures.clean(failure.getMessage());
        lines.add(position + ": " + error);
        Advice.of(error).ifPresent(lines::add);
        lines.add(state);
        return StepOutcome.failed(String.join("\n", lines), text(line));
    }
}
