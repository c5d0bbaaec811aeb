package virdi.ui.kit.pen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngStreamTest {
    @Test
    void whatIsWrittenInRowsIsReadAsAPicture() throws IOException {
        int width = 301;
        int height = 400;
        // Noise does not deflate: there is more than one chunk of it.
        int[] pixels = new Random(7).ints((long) width * height).toArray();
        var out = new ByteArrayOutputStream();
        var png = new PngStream(out, width, height);
        for (int row = 0; row < height; row++) {
            png.row(pixels, row * width);
        }
        png.end();

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        int[] back = read.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        assertThat(back).isEqualTo(pixels);
    }
}
