package virdi.app.diagnostics;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Writes the stack of each platform thread with the locks that it holds and waits for. Writes all frames, where the text form
 * of {@link ThreadInfo} ends after eight. Any thread. Stops all others for some milliseconds.
 */
final class ThreadDump {
    private ThreadDump() {}

    static void write(Writer out) throws IOException {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        ThreadInfo[] threads = bean.dumpAllThreads(true, true);
        Arrays.sort(threads, Comparator.comparing(ThreadInfo::getThreadName));
        long[] deadlocked = bean.findDeadlockedThreads();
        out.write(threads.length + " threads, " + (deadlocked == null ? "none" : Arrays.toString(deadlocked))
                + " in a deadlock\n");
        for (ThreadInfo thread : threads) {
            write(thread, out);
        }
    }

    private static void write(ThreadInfo thread, Writer out) throws IOException {
        out.write("\n\"" + thread.getThreadName() + "\" " + thread.getThreadId() + " " + thread.getThreadState()
                + (thread.isDaemon() ? " daemon" : "") + (thread.isInNative() ? " in native code" : "") + "\n");
        if (thread.getLockName() != null) {
            String owner = thread.getLockOwnerName();
            out.write("    waits for " + thread.getLockName()
                    + (owner == null ? "" : ", held by \"" + owner + "\" " + thread.getLockOwnerId()) + "\n");
        }
        StackTraceElement[] calls = thread.getStackTrace();
        for (int depth = 0; depth < calls.length; depth++) {
            out.write("    at " + calls[depth] + "\n");
            for (MonitorInfo monitor : thread.getLockedMonitors()) {
                if (monitor.getLockedStackDepth() == depth) {
                    out.write("       holds " + monitor + "\n");
                }
            }
        }
        for (LockInfo lock : thread.getLockedSynchronizers()) {
            out.write("    holds " + lock + "\n");
        }
    }
}
