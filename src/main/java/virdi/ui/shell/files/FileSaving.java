package virdi.ui.shell.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Toasts;
import virdi.ui.shell.state.WindowStateStore;
import virdi.ui.sign.Tone;

/**
 * Writes files in the background: the FX thread makes pieces, another thread writes them. FX thread only.
 *
 * <p>A file is written under a temporary name and renamed when it is complete. So neither an error nor the end of the
 * program leaves half a file in the place of a complete one.
 */
public final class FileSaving implements SaveAs {
    /** Asks the user for a file. FX thread. */
    public interface Prompt {
        /** @return null if the user cancels */
        @Nullable
        Path ask(Question question, @Nullable Path folder);
    }

    private final Prompt prompt;
    private final Toasts toasts;
    private final WindowStateStore memory;
    private final Executor writer;
    private final Executor fx;

    /**
     * @param memory keeps the folder for the next time
     * @param writer writes; runs one task after the other
     * @param fx runs a task on the FX thread, later
     */
    public FileSaving(Prompt prompt, Toasts toasts, WindowStateStore memory, Executor writer, Executor fx) {
        this.prompt = prompt;
        this.toasts = toasts;
        this.memory = memory;
        this.writer = writer;
        this.fx = fx;
    }

    /** A writer with one daemon thread, which ends after ten idle seconds. */
    public static Executor writer() {
        var thread = Thread.ofPlatform().daemon().name("virdi-save").factory();
        var pool = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), thread);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void save(Question question, Supplier<Iterator<Piece>> content) {
        String before = memory.get("save.folder");
        Path folder = before == null ? null : Path.of(before);
        Path chosen = prompt.ask(question, folder != null && Files.isDirectory(folder) ? folder : null);
        if (chosen == null) {
            return;
        }
        Path file = chosen.toAbsolutePath();
        boolean named = file.toString().toLowerCase(Locale.ROOT).endsWith(question.ending());
        if (!named) {
            file = file.resolveSibling(file.getFileName() + question.ending());
            if (Files.exists(file)) {
                // The dialog has asked about overwriting the name as typed, without the ending.
                refuse(question, file.getFileName() + " is there already");
                return;
            }
        }
        memory.put("save.folder", Objects.requireNonNull(file.getParent()).toString());
        new Saving(question, file, content.get()).next();
    }

    private void refuse(Question question, String reason) {
        toasts.show(sentence(question) + " not saved: " + reason + ".", Tone.WARNING.styleClass());
    }

    private static String sentence(Question question) {
        String what = question.what();
        return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + " was";
    }

    /** The reason of an error, in plain words. */
    static String reason(IOException error, Path file) {
        if (error instanceof AccessDeniedException) {
            return "you may not write in " + file.getParent();
        }
        if (error instanceof NoSuchFileException) {
            return "the folder " + file.getParent() + " is not there";
        }
        String said = error instanceof FileSystemException told ? told.getReason() : error.getMessage();
        return said == null ? "the disk refused" : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }

    /** A file that is being written. */
    private final class Saving {
        private final Question question;
        private final Path file;
        private final Path part;
        private final Iterator<Piece> pieces;
        /** Used by the writer only. */
        private @Nullable OutputStream out;

        Saving(Question question, Path file, Iterator<Piece> pieces) {
            this.question = question;
            this.file = file;
            this.part = file.resolveSibling("." + file.getFileName() + ".part");
            this.pieces = pieces;
        }

        /** FX thread. */
        void next() {
            Piece piece = pieces.hasNext() ? pieces.next() : null;
            writer.execute(() -> write(piece));
        }

        private void write(@Nullable Piece piece) {
            try {
                OutputStream open = out;
                if (open == null) {
                    open = new BufferedOutputStream(Files.newOutputStream(part));
                    out = open;
                }
                if (piece != null) {
                    piece.writeTo(open);
                    fx.execute(this::next);
                    return;
                }
                open.close();
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                fx.execute(() -> toasts.show(sentence(question) + " saved as " + file, Tone.GOOD.styleClass()));
            } catch (IOException e) {
                giveUp(e);
                fx.execute(() -> refuse(question, reason(e, file)));
            }
        }

        private void giveUp(IOException why) {
            try {
                if (out != null) {
                    out.close();
                }
                Files.deleteIfExists(part);
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
    }
}
