package virdi.ui.inspector;

import java.util.Set;
import virdi.model.Target;
import virdi.ui.sign.Act;

/** Does an act to the whole selection, or opens the dialog that the act needs. */
@FunctionalInterface
public interface DialogOpener {
    void open(Act act, Set<Target> selection);
}
