package virdi.ui.inspector;

import java.util.Set;
import virdi.model.Target;
import virdi.ui.sign.Act;

/** Does an act to all that is selected, as one; where the act asks for more, opens what asks. */
@FunctionalInterface
public interface DialogOpener {
    void open(Act act, Set<Target> selection);
}
