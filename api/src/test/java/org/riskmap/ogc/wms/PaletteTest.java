package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void aPictureOfFewColoursKeepsThemAndWhatIsClearIsOneColour() {
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x00FF0000);
        picture.setRGB(1, 0, 0x80112233);
        picture.setRGB(2, 0, 0x0000FF00);

        BufferedImage reduced = Palette.reduce(picture);

        assertThat(reduced.getRGB(0, 0, 3, 1, null, 0, 3)).containsExactly(0, 0x80112233, 0);
    }

    /** Blue 0 to 255 beside green 0 and 1: cut by blue until each of its values stands alone; its two greens become (0 + 1 + 1) / 2. */
    @Test
    void twiceTooManyColoursBecomeTheMeansOfNeighbours() {
        BufferedImage picture = new BufferedImage(256, 2, BufferedImage.TYPE_INT_ARGB);
        for (int blue = 0; blue < 256; blue++) {
            picture.setRGB(blue, 0, 0xFF000000 | blue);
            picture.setRGB(blue, 1, 0xFF000100 | blue);
        }

        BufferedImage reduced = Palette.reduce(picture);

        for (int blue = 0; blue < 256; blue++) {
            assertThat(reduced.getRGB(blue, 0)).isEqualTo(0xFF000100 | blue);
            assertThat(reduced.getRGB(blue, 1)).isEqualTo(0xFF000100 | blue);
        }
    }

    @Test
    void coloursFarMoreThanTheTableFirstHasRoomForAreAllCounted() {
        int[] pixels = new int[30_000];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | i * 7;
        }

        ColourCounts counts = new ColourCounts(pixels);

        assertThat(counts.colours).hasSize(30_000).isSorted();
        assertThat(counts.pixels).containsOnly(1);
        assertThat(counts.rank(pixels[29_999])).isEqualTo(29_999);
    }
}
