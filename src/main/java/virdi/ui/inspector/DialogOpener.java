package virdi.ui.inspector;

import java.util.Set;
import virdi.model.Target;
import virdi.ui.sign.Act;

/** Opens what asks for more before an act is done. */
@FunctionalInterface
public interface DialogOpener {
    void open(Act act, Set<Target> selection);
}
