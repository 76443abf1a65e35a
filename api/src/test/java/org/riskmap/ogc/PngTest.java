package org.riskmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.ForeignProgram;

class PngTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void readersFindEveryPixelOfANoisyPicture(int type) throws IOException {
        BufferedImage picture = new BufferedImage(301, 97, type);
        Random chance = new Random(3);
        for (int i = 0; i < 301 * 97; i++) {
            picture.setRGB(i % 301, i / 301, chance.nextInt());
        }
        assertSame(picture, read(picture));
    }

    @Test
    void readersFindEveryPixelOfAMapAndItIsSmallerThanImageIosWithFewColours() throws IOException {
        BufferedImage picture = new BufferedImage(512, 512, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(new Color(200, 30, 30, 128));
        drawing.fillOval(20, 30, 300, 200);
        drawing.setColor(Color.BLUE);
        drawing.drawLine(0, 0, 511, 400);
        drawing.dispose();
        BufferedImage read = read(picture);
        assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertSame(picture, read);
        drawing = picture.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 40; i++) {
            drawing.setColor(new Color(5 * i, 255 - 5 * i, 7 * i % 255, 90 + 4 * i));
            drawing.fillOval(10 * i, 5 * i, 91, 57);
        }
        drawing.dispose();
        assertSame(picture, read(picture));
    }

    @Test
    void aPaletteIsKeptAsItIs() throws IOException {
        int[] colours = {0x00000000, 0xFFFF0000, 0x8000FF00, 0xFF0000FF};
        IndexColorModel model = new IndexColorModel(8, 4, colours, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage picture = new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < 15; i++) {
            picture.getRaster().setSample(i % 5, i / 5, 0, i % 4);
        }
        assertSame(picture, read(picture));
    }

    @Test
    void gdalReadsItsSizeAndBands(@TempDir Path folder) throws IOException {
        BufferedImage picture = new BufferedImage(1000, 3, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 3000; i++) {
            picture.setRGB(i % 1000, i / 1000, i * 5099);
        }
        Path file = folder.resolve("noise.png");
        Files.write(file, written(picture));
        String told = ForeignProgram.output(1, java.util.Map.of(), "gdalinfo", "-checksum", file.toString());
        assertThat(told).contains("Size is 1000, 3").contains("Band 3").doesNotContain("ERROR");
    }

    private static void assertSame(BufferedImage expected, BufferedImage read) {
        assertThat(read.getWidth()).isEqualTo(expected.getWidth());
        assertThat(read.getHeight()).isEqualTo(expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                assertThat(read.getRGB(x, y)).as("%d %d", x, y).isEqualTo(expected.getRGB(x, y));
            }
        }
    }

    private static BufferedImage read(BufferedImage picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(written(picture)));
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(picture, out);
        return out.toByteArray();
    }
}
