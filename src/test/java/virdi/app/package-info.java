/**
 * Tests of the program as its users start it.
 *
 * <p>Helpers:
 * <ul>
 *   <li>{@link virdi.app.ProgramRun}: a run of the program in a process of its own
 *   <li>{@link virdi.app.ClosesItsWindow}: a main class that closes the window as soon as it is open
 *   <li>{@link virdi.app.RestartableBroker}: the broker, stopped and started again on one directory and one port
 *   <li>{@link virdi.app.SocketClient}: a gRPC client over a socket
 *   <li>{@link virdi.app.Workplace}: broker, demo and window in one process
 *   <li>{@link virdi.app.Programs}: Python and protoc, whose tests are skipped where they are missing
 *   <li>{@link virdi.app.FreshDebian}, {@link virdi.app.VirtualScreen}: where the installed package is tried
 * </ul>
 *
 * <p>Not tests: {@link virdi.app.CommandLineManual} writes the manual page for the build, {@link virdi.app.Pictures} takes the
 * screenshots of the documents, {@link virdi.app.EventDelay} and {@link virdi.app.LiveFrames} measure. The classes named
 * {@code *Trial} run in the profile {@code installed} only.
 */
@NullMarked
package virdi.app;

import org.jspecify.annotations.NullMarked;
