package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import virdi.model.StreamKind;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.paint.MapFonts;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.valve.ValveModel;
import virdi.ui.sign.Palette;

public class MapExportTest {
    private final MapViewModel model = MapViews.model();

    @Test
    void aBasinIsSavedWithAllItSays() throws Exception {
        show(basin());

        Element svg = svg();

        assertThat(texts(svg))
                .containsExactlyInAnyOrder(
                        "iron",
                        "draining",
                        "110 %",
                        "↓ −240/min",
                        "1,100 / 1,000",
                        "mine <1>",
                        "flowing",
                        "240 / 240 /min",
                        "drill",
                        "throttled to 60/min",
                        "60/min",
                        "smith",
                        "paused by operator");
        // The ground; the tank, three cards and two gauges, each with its edge; and what is in the gauges.
        assertThat(elements(svg, "rect")).hasSize(1 + 2 * (1 + 3 + 2) + 2);
    }

    @Test
    void thePictureIsAsLargeAsTheMapAndAMargin() throws Exception {
        show(basin());
        Box extent = model.extent();

        Element svg = svg();

        assertThat(Double.parseDouble(svg.getAttribute("width"))).isEqualTo(Math.ceil(extent.width() + 48));
        assertThat(Double.parseDouble(svg.getAttribute("height"))).isEqualTo(Math.ceil(extent.height() + 48));
    }

    @Test
    void whatIsOutOfViewIsSavedToo() throws Exception {
        show(basin());
        String before = text();
        model.zoomAbout(3, 0, 0);
        model.pan(-5_000, 0);

        assertThat(text()).isEqualTo(before);
    }

    @Test
    void theSameMomentIsTheSamePictureAndDotsMoveWithTime() {
        show(basin());

        assertThat(text(0)).isEqualTo(text(0)).isNotEqualTo(text(300_000_000));
    }

    @Test
    void aThrottledPipeIsSavedWithItsValveAlsoWhileAHandHoldsThat() {
        MapWorld world = basin();
        show(world);
        String before = text();
        ValveModel valves = new ValveModel(model);
        valves.sendTo(commands -> {});
        valves.show(world.frame(0));
        model.basins().iterator().next().forEachNode(node -> {
            if (node.node().pipeStyle() == PipeStyle.THROTTLED) {
                valves.take(node.element(), ValveModel.ValveState.DRAGGED);
                valves.drag(-60, false);
                assertThat(node.isTurned()).isTrue();
                assertThat(text()).contains("60/min").isEqualTo(before);
                assertThat(node.isTurned()).as("the hand goes on").isTrue();
            }
        });
        assertThat(valves.held()).isNotNull();
    }

    private static MapWorld basin() {
        return new MapWorld()
                .tank("iron", TankState.DRAINING, 1.1, -240, null).stream(
                                StreamKind.PRODUCTION, "mine <1>", "", "iron", FlowState.FLOWING, 240)
                        .consumer("works", "drill", "iron", FlowState.THROTTLED)
                        .consumer("forge", "smith", "iron", FlowState.PAUSED);
    }

    private void show(MapWorld world) {
        model.resize(1_000, 800, 0);
        model.show(world.frame(0), 0);
        model.advance(1_000_000_000);
    }

    private String text() {
        return text(0);
    }

    private String text(long nanos) {
        var out = new ByteArrayOutputStream();
        new MapExport(model, new MapColors(new Palette()), new MapFonts(), nanos)
                .svg()
                .forEachRemaining(piece -> {
                    try {
                        piece.writeTo(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return out.toString(StandardCharsets.UTF_8);
    }

    private Element svg() throws Exception {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Element svg, String name) {
        var found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
