package virdi.app.process;

import org.jspecify.annotations.Nullable;

/** The program cannot start. The message is one sentence for the user: the problem, its place, and a way out. */
public final class StartupException extends Exception {
    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
