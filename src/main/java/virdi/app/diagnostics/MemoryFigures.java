package virdi.app.diagnostics;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;

/** Writes memory use by pool, garbage collections, and uptime. Any thread. */
final class MemoryFigures {
    private static final long KILOBYTE = 1 << 10;

    private MemoryFigures() {}

    static void write(Writer out) throws IOException {
        var memory = ManagementFactory.getMemoryMXBean();
        out.write("running for: "
                + Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()) + "\n");
        out.write(line("heap", memory.getHeapMemoryUsage()));
        out.write(line("outside the heap", memory.getNonHeapMemoryUsage()));
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            out.write(line("  " + pool.getName(), pool.getUsage()));
        }
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            out.write("buffers, " + pool.getName() + ": " + pool.getCount() + " with " + pool.getMemoryUsed() / KILOBYTE
                    + " KB\n");
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.write("collections, " + collector.getName() + ": " + collector.getCollectionCount() + " in "
                    + collector.getCollectionTime() + " ms\n");
        }
    }

    private static String line(String name, MemoryUsage usage) {
        return name + ": " + usage.getUsed() / KILOBYTE + " KB used, " + usage.getCommitted() / KILOBYTE
                + " KB taken from the system, "
                + (usage.getMax() < 0 ? "no bound" : "at most " + usage.getMax() / KILOBYTE + " KB") + "\n";
    }
}
