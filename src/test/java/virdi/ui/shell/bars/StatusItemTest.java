package virdi.ui.shell.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import virdi.telemetry.Totals;
import virdi.ui.sign.Tone;

class StatusItemTest {
    @Test
    void aHealthyBrokerShowsFiguresAndABalancedLedger() {
        assertThat(shown(new Totals(34, 5, 9_120, 410, 0, 0, 0, 0)))
                .containsExactly("34 streams", "5 clients", "9,120 units/min", "410 messages/s", "ledger balances");
    }

    @Test
    void fullEmptyAndStarvingAreToldOnlyWhereThereAreSome() {
        assertThat(shown(new Totals(1, 1, 0, 0.4, 2, 1, 3, 0)))
                .contains("1 stream", "0.4 messages/s", "2 tanks full", "1 tank empty", "3 consumers starving");
    }

    @Test
    void aLedgerThatDoesNotBalanceIsTrouble() {
        StatusItem ledger = StatusItem.of(new Totals(0, 0, 0, 0, 0, 0, 0, -3)).getLast();

        assertThat(ledger.text()).isEqualTo("ledger: 3 units lost");
        assertThat(Objects.requireNonNull(ledger.sign()).tone()).isEqualTo(Tone.TROUBLE);
    }

    private static List<String> shown(Totals totals) {
        return StatusItem.of(totals).stream()
                .map(StatusItem::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
