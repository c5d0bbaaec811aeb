package virdi.app;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import virdi.app.diagnostics.Diagnostics;
import virdi.app.process.CannotStart;
import virdi.app.process.Display;
import virdi.app.process.EndRequest;
import virdi.app.process.HeapTidy;
import virdi.app.process.LogSetup;
import virdi.app.process.TimedEnd;
import virdi.app.settings.Options;
import virdi.app.settings.Settings;

/**
 * Where the program starts. Does not extend JavaFX's {@code Application}, and names no class of JavaFX: without a window
 * none is loaded, and a missing display is told in a sentence.
 */
public final class Main {
    /** What the system is told when the program was asked for something it cannot do. */
    private static final int REFUSED = 2;

    /** What the system is told when the program has a bug. */
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs until the window is closed or the process is asked to end; returns the exit code. */
    private static int run(String[] arguments) {
        Options options = new Options();
        CommandLine parser = options.parser();
        try {
            parser.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(parser.getParseResult())) {
                return 0;
            }
            return run(options);
        } catch (ParameterException e) {
            System.err.println(e.getMessage() + ". --help lists all options.");
        } catch (CannotStart e) {
            System.err.println(e.sentence());
            if (options.fromMenu()) {
                showIfPossible(e.sentence());
            }
        } catch (RuntimeException bug) {
            LoggerFactory.getLogger(Main.class).error("the program failed", bug);
            return FAILED;
        }
        return REFUSED;
    }

    private static int run(Options options) throws CannotStart {
        Settings settings = options.settings();
        Path diagnostics = options.diagnostics();
        if (diagnostics != null) {
            Diagnostics.ofAnother(settings).writeTo(diagnostics);
            return 0;
        }
        if (options.headless()) {
            return run(options, settings, RunningBroker.start(prepareLog(settings)));
        }
        Optional<String> open = SecondStart.ask(settings.dataDirectory(), options.demo());
        if (open.isPresent()) {
            System.out.println(open.get());
            return 0;
        }
        Display.require();
        WindowSession.prepare();
        RunningBroker broker;
        try {
            broker = RunningBroker.start(prepareLog(settings));
        } catch (CannotStart e) {
            System.out.println(SecondStart.askOneThatStarts(settings.dataDirectory(), options.demo(), e));
            return 0;
        }
        return run(options, settings, broker);
    }

    private static void showIfPossible(String sentence) {
        try {
            Display.require();
            WindowSession.tell(sentence);
        } catch (CannotStart noWindow) {
            LoggerFactory.getLogger(Main.class).debug("the refusal could not be shown", noWindow);
        }
    }

    private static Settings prepareLog(Settings settings) {
        LogSetup.writeBelow(settings.dataDirectory());
        return settings;
    }

    private static int run(Options options, Settings settings, RunningBroker started) {
        EndRequest end = EndRequest.ofSignals();
        HeapTidy.begin(HeapTidy.APART);
        try (RunningBroker broker = started;
                DemoWorld demo = new DemoWorld(settings, broker.port());
                Doorbell door = Doorbell.hang(
                        settings.dataDirectory(),
                        line -> SecondStart.answer(
                                line,
                                options.headless(),
                                broker.endpoint(),
                                WindowSession::bringForward,
                                demo::start))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(door, demo, broker), "virdi-stop"));
            LoggerFactory.getLogger(Main.class).info("listening on {}", broker.endpoint());
            if (options.demo()) {
                demo.start();
            }
            TimedEnd.arrange(end);
            if (options.headless()) {
                end.made().toCompletableFuture().join();
            } else {
                WindowSession.run(broker, demo, settings, end);
            }
        }
        return end.exitCode();
    }

    private static void stop(Doorbell door, DemoWorld demo, RunningBroker broker) {
        door.close();
        demo.close();
        broker.close();
    }
}
