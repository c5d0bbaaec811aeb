package virdi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UncaughtExceptionsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(UncaughtExceptions.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final UncaughtExceptions uncaught = new UncaughtExceptions();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    @Test
    void aFaultInEveryPulseIsLoggedOnce() {
        for (int pulse = 0; pulse < 60; pulse++) {
            uncaught.uncaughtException(Thread.currentThread(), painting());
        }
        uncaught.uncaughtException(Thread.currentThread(), new IllegalArgumentException("another"));

        assertThat(log.list).hasSize(2);
    }

    @Test
    void theNewestFaultIsToldInAFewWords() {
        uncaught.uncaughtException(Thread.currentThread(), painting());

        assertThat(uncaught.newestProperty().get()).isEqualTo("IllegalStateException: no colour");
    }

    private static IllegalStateException painting() {
        return new IllegalStateException("no colour");
    }
}
