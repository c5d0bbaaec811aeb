package virdi.ui.shell.files;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.SaveAs.Question;

/** Asks for a file with the dialog of the platform. FX thread only. */
public final class FileDialog implements FileSaving.Prompt {
    private final Supplier<@Nullable Window> owner;

    /** @param owner the window that the dialog blocks */
    public FileDialog(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public @Nullable Path ask(Question question, @Nullable Path folder) {
        var chooser = new FileChooser();
        chooser.setTitle("Save " + question.what());
        chooser.setInitialFileName(question.name());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(question.kind(), "*" + question.ending()));
        if (folder != null) {
            chooser.setInitialDirectory(folder.toFile());
        }
        File chosen = chooser.showSaveDialog(owner.get());
        return chosen == null ? null : chosen.toPath();
    }
}
