package virdi.ui.explorer;

import java.util.List;
import java.util.Locale;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.explorer.RowList.Filter;
import virdi.ui.kit.Selection;

/** The contents of the lists: resources, clients, and the filter over both. FX thread only. */
public final class ExplorerViewModel {
    private final RowList resources = new RowList();
    private final RowList clients = new RowList();
    private final Selection<Target> selection;
    private Filter filter = Filter.ALL;

    /** @param selection shared with the rest of the window */
    public ExplorerViewModel(Selection<Target> selection) {
        this.selection = selection;
    }

    /** Shows another frame. */
    public void show(Frame frame) {
        resources.show(frame.resources().stream().map(ExplorerRow::of).toList(), filter);
        clients.show(frame.clients().stream().map(ExplorerRow::of).toList(), filter);
    }

    /** Shows only rows with all these words in name or state, and only problems if so asked. */
    public void filter(String text, boolean problemsOnly) {
        String clean = text.strip().toLowerCase(Locale.ROOT);
        List<String> words = clean.isEmpty() ? List.of() : List.of(clean.split("\\s+"));
        filter = new Filter(words, problemsOnly);
        resources.filter(filter);
        clients.filter(filter);
    }

    RowList resources() {
        return resources;
    }

    RowList clients() {
        return clients;
    }

    Selection<Target> selection() {
        return selection;
    }
}
