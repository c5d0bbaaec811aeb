package virdi.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Threads, memory and files that the whole process holds.
 *
 * @param heapBytes in use after a collection
 * @param threads how many platform threads have which name, but for its numbers
 * @param fileDescriptors open ones; -1 where the system does not tell
 */
record Footprint(long heapBytes, Map<String, Long> threads, long fileDescriptors) {
    /** Collects garbage and looks. */
    static Footprint take() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        Map<String, Long> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                // Carriers of virtual threads: the JDK's own, which come and go as it likes.
                .filter(name -> !name.startsWith("ForkJoinPool-"))
                .collect(Collectors.groupingBy(
                        name -> name.replaceAll("\\d+", "n"), TreeMap::new, Collectors.counting()));
        long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
        return new Footprint(heap, threads, descriptors);
    }

    /** Whether nothing of it has grown beyond another, but the heap by so many bytes. */
    boolean isWithin(Footprint before, long moreHeapBytes) {
        return heapBytes <= before.heapBytes + moreHeapBytes
                && threads.entrySet().stream()
                        .allMatch(it -> it.getValue() <= before.threads.getOrDefault(it.getKey(), 0L))
                && fileDescriptors <= before.fileDescriptors;
    }

    @Override
    public String toString() {
        return "heap %.1f MB, %d file descriptors, threads %s".formatted(heapBytes / 1e6, fileDescriptors, threads);
    }
}
