package virdi.app;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import virdi.app.diagnostics.Diagnostics;
import virdi.app.process.Display;
import virdi.app.process.ExitRequest;
import virdi.app.process.ExitTimer;
import virdi.app.process.LogSetup;
import virdi.app.process.OldGenerationCollector;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.app.settings.Settings;

/**
 * The entry point. Does not extend JavaFX's {@code Application} and uses no class of JavaFX: a run without a window loads
 * none, and a missing display is reported in a sentence.
 */
public final class Main {
    /** Exit code when the program cannot do what the command line asks for. */
    private static final int REFUSED = 2;

    /** Exit code of a bug. */
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs until the window is closed or an exit is requested. Returns the exit code. */
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
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            if (options.fromMenu()) {
                showIfPossible(e.getMessage());
            }
        } catch (RuntimeException bug) {
            LoggerFactory.getLogger(Main.class).error("the program failed", bug);
            return FAILED;
        }
        return REFUSED;
    }

    private static int run(Options options) throws StartupException {
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
        } catch (StartupException e) {
            System.out.println(SecondStart.askOneThatStarts(settings.dataDirectory(), options.demo(), e));
            return 0;
        }
        return run(options, settings, broker);
    }

    private static void showIfPossible(String sentence) {
        try {
            Display.require();
            WindowSession.showRefusal(sentence);
        } catch (StartupException noWindow) {
            LoggerFactory.getLogger(Main.class).debug("the refusal could not be shown", noWindow);
        }
    }

    private static Settings prepareLog(Settings settings) {
        LogSetup.useDirectory(settings.dataDirectory());
        return settings;
    }

    private static int run(Options options, Settings settings, RunningBroker started) {
        ExitRequest exit = ExitRequest.onSignals();
        OldGenerationCollector.start(OldGenerationCollector.MIN_INTERVAL);
        try (RunningBroker broker = started;
                DemoWorld demo = new DemoWorld(settings, broker.port());
                SingleInstanceSocket instance = SingleInstanceSocket.open(
                        settings.dataDirectory(),
                        line -> SecondStart.answer(
                                line,
                                options.headless(),
                                broker.endpoint(),
                                WindowSession::bringForward,
                                demo::start))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instance, demo, broker), "virdi-stop"));
            LoggerFactory.getLogger(Main.class).info("listening on {}", broker.endpoint());
            if (options.demo()) {
                demo.start();
            }
            ExitTimer.schedule(exit);
            if (options.headless()) {
                exit.requested().toCompletableFuture().join();
            } else {
                WindowSession.run(broker, demo, settings, exit);
            }
        }
        return exit.exitCode();
    }

    private static void stop(SingleInstanceSocket instance, DemoWorld demo, RunningBroker broker) {
        instance.close();
        demo.close();
        broker.close();
    }
}
