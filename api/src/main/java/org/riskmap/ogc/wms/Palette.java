package org.riskmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A picture of at most 256 colours with transparency: the picture's own where they are that few, else the averages of boxes
 * made by cutting the colours at their median. Source: Heckbert 1982, "Color image quantization for frame buffer display".
 */
final class Palette {

    private static final int COLOURS = 256;
    private static final int CHANNELS = 4;
    private static final int VALUES = 256;
    private static final Comparator<Box> WIDEST_FIRST =
            Comparator.<Box>comparingLong(box -> -box.spread).thenComparingInt(box -> box.firstArgb);

    private Palette() {}

    static BufferedImage reduce(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = pixels(picture);
        ColourCounts counts = new ColourCounts(pixels);
        List<Box> boxes = boxes(counts);
        int[] colours = new int[boxes.size()];
        byte[] boxOfRank = new byte[counts.colours.length];
        for (int box = 0; box < colours.length; box++) {
            colours[box] = boxes.get(box).average();
            for (int rank : boxes.get(box).ranks) {
                boxOfRank[rank] = (byte) box;
            }
        }
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] indexes = ((DataBufferByte) reduced.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = i > 0 && pixels[i] == pixels[i - 1] ? indexes[i - 1] : boxOfRank[counts.rank(pixels[i])];
        }
        return reduced;
    }

    /** As {@code argb}, row by row; not to be changed. */
    private static int[] pixels(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_INT_ARGB
                        && picture.getRaster().getParent() == null
                ? ((DataBufferInt) picture.getRaster().getDataBuffer()).getData()
                : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static List<Box> boxes(ColourCounts counts) {
        int all = counts.colours.length;
        if (all <= COLOURS) {
            return IntStream.range(0, all)
                    .mapToObj(rank -> new Box(counts, new int[] {rank}, counts.colours[rank]))
                    .toList();
        }
        PriorityQueue<Box> widest = new PriorityQueue<>(WIDEST_FIRST);
        widest.add(new Box(counts, IntStream.range(0, all).toArray(), counts.colours[0]));
        while (widest.size() < COLOURS && widest.element().ranks.length > 1) {
            widest.remove().cut().forEach(widest::add);
        }
        return List.copyOf(widest);
    }

    /** Colours that become one, by their ranks, ascending. */
    private static final class Box {

        private final ColourCounts counts;
        final int[] ranks;
        /** Of the least colour in the order of the channel by which the box was cut off: decides between equals. */
        final int firstArgb;

        private final long weight;
        private final int channel; // the one with most between its least and its greatest value
        final long spread;

        Box(ColourCounts counts, int[] ranks, int firstArgb) {
            this.counts = counts;
            this.ranks = ranks;
            this.firstArgb = firstArgb;
            long pixels = 0;
            for (int rank : ranks) {
                pixels += counts.pixels[rank];
            }
            this.weight = pixels;
            int widest = 0;
            int most = width(0);
            for (int other = 1; other < CHANNELS; other++) {
                int width = width(other);
                if (width > most) {
                    widest = other;
                    most = width;
                }
            }
            this.channel = widest;
            this.spread = most * weight;
        }

        private int value(int rank, int ofChannel) {
            return counts.colours[rank] >>> (8 * ofChannel) & 0xFF;
        }

        private int width(int ofChannel) {
            int least = VALUES - 1;
            int most = 0;
            for (int rank : ranks) {
                int value = value(rank, ofChannel);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return most - least;
        }

        /** Two boxes, each with about half of the pixels, one with the lesser values of the channel. */
        List<Box> cut() {
            int[] order = byValue();
            int cut = median(order);
            int[] lesser = new int[cut];
            int[] greater = new int[ranks.length - cut];
            int first = order[cut];
            int ofLesser = 0;
            int ofGreater = 0;
            for (int rank : ranks) {
                int way = value(rank, channel) - value(first, channel);
                if (way < 0 || way == 0 && rank < first) {
                    lesser[ofLesser++] = rank;
                } else {
                    greater[ofGreater++] = rank;
                }
            }
            return List.of(
                    new Box(counts, lesser, counts.colours[order[0]]), new Box(counts, greater, counts.colours[first]));
        }

        /** The ranks by their value in the channel, equal ones ascending. */
        private int[] byValue() {
            int[] next = new int[VALUES + 1];
            for (int rank : ranks) {
                next[value(rank, channel) + 1]++;
            }
            for (int value = 0; value < VALUES; value++) {
                next[value + 1] += next[value];
            }
            int[] order = new int[ranks.length];
            for (int rank : ranks) {
                order[next[value(rank, channel)]++] = rank;
            }
            return order;
        }

        private int median(int[] order) {
            long half = weight / 2;
            long sum = 0;
            for (int i = 0; i < order.length - 1; i++) {
                sum += counts.pixels[order[i]];
                if (sum >= half) {
                    return i + 1;
                }
            }
            return order.length - 1;
        }

        /** The mean of the pixels' colours, each channel by itself. */
        int average() {
            int argb = 0;
            for (int each = 0; each < CHANNELS; each++) {
                long sum = 0;
                for (int rank : ranks) {
                    sum += (long) value(rank, each) * counts.pixels[rank];
                }
                argb |= (int) ((sum + weight / 2) / weight) << (8 * each);
            }
            return argb;
        }
    }
}
