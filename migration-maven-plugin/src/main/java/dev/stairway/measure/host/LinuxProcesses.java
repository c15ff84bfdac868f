package dev.stairway.measure.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux says in its process table: https://www.kernel.org/doc/html/latest/filesystems/proc.html. CPU time comes from
 * schedstat, in nanoseconds, as the ticks of stat are longer than most steps.
 */
final class LinuxProcesses implements ProcessTable {

    /** USER_HZ, the same on every architecture that Java runs on: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
    private static final long TICK_NANOS = 10_000_000;

    /** Fields of stat after the name in parentheses, the first being the state. */
    private static final int USER = 11;

    private static final int CHILDREN = 13;

    private static final Pattern KILOBYTES = Pattern.compile("^Rss(Anon|File|Shmem):\\s+(\\d+) kB", Pattern.MULTILINE);

    /** What this JVM has started is none of a library's. */
    private static final long OWN = ProcessHandle.current().pid();

    private final Path proc;

    LinuxProcesses(Path proc) {
        this.proc = proc;
    }

    @Override
    public CpuTimes cpu(Collection<Long> roots) {
        Map<Long, Long> nanos = new HashMap<>();
        long gone = 0;
        for (Long root : roots) {
            gone += root == OWN ? 0 : stat(Long.toString(root), CHILDREN);
            for (String process : family(root)) {
                for (String thread : threads(process)) {
                    nanos.put(Long.valueOf(thread), nanos(process + "/task/" + thread));
                }
            }
        }
        return new CpuTimes(nanos, gone);
    }

    /** What is private is added up; of the program and of shared memory, the process that has touched most of it counts. */
    @Override
    public Long residentBytes(Collection<Long> roots) {
        long own = 0;
        long program = 0;
        long shared = 0;
        for (Long root : roots) {
            for (String process : family(root)) {
                Matcher line = KILOBYTES.matcher(read(process + "/status"));
                while (line.find()) {
                    long bytes = Long.parseLong(line.group(2)) * 1024;
                    switch (line.group(1)) {
                        case "Anon" -> own += bytes;
                        case "File" -> program = Math.max(program, bytes);
                        default -> shared = Math.max(shared, bytes);
                    }
                }
            }
        }
        long all = own + program + shared;
        return all == 0 ? null : all;
    }

    /** The process and all below it. */
    private List<String> family(long root) {
        List<String> family = new ArrayList<>(List.of(Long.toString(root)));
        for (int i = 0; i < family.size() && root != OWN; i++) {
            for (String thread : threads(family.get(i))) {
                family.addAll(words(read(family.get(i) + "/task/" + thread + "/children")));
            }
        }
        return family;
    }

    private List<String> threads(String process) {
        List<String> threads = new ArrayList<>();
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(proc.resolve(process).resolve("task"))) {
            tasks.forEach(task -> threads.add(task.getFileName().toString()));
        } catch (IOException ended) {
            return List.of();
        }
        return threads;
    }

    private long nanos(String task) {
        List<String> used = words(read(task + "/schedstat"));
        return used.isEmpty() ? stat(task, USER) : Long.parseLong(used.get(0));
    }

    /** Two neighbouring fields, in user and in system mode. */
    private long stat(String task, int field) {
        String stat = read(task + "/stat");
        List<String> fields = words(stat.substring(stat.lastIndexOf(')') + 1));
        return fields.size() <= field + 1
                ? 0
                : (Long.parseLong(fields.get(field)) + Long.parseLong(fields.get(field + 1))) * TICK_NANOS;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** Empty when it has ended, or where this kernel has no such file. */
    private String read(String file) {
        try {
            return Files.readString(proc.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
