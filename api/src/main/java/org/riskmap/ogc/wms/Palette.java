package org.riskmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A picture of at most 256 colours with transparency: the picture's own where they are that few, else the averages of boxes
 * made by cutting the colours at their median. Source: Heckbert 1982, "Color image quantization for frame buffer display".
 */
final class Palette {

    private static final int COLOURS = 256;
    private static final int CHANNELS = 4;

    private Palette() {}

    /** A colour and how many pixels have it. */
    private record Counted(int argb, int pixels) {
        int channel(int index) {
            return argb >>> (8 * index) & 0xFF;
        }
    }

    static BufferedImage reduce(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels[i] >>> 24 == 0 ? 0 : pixels[i];
            counts.merge(pixels[i], 1, Integer::sum);
        }
        List<List<Counted>> boxes = boxes(counts);
        int[] colours = new int[boxes.size()];
        Map<Integer, Byte> indexOf = new HashMap<>();
        for (int box = 0; box < colours.length; box++) {
            colours[box] = average(boxes.get(box));
            for (Counted colour : boxes.get(box)) {
                indexOf.put(colour.argb(), (byte) box);
            }
        }
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] indexes = ((DataBufferByte) reduced.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = indexOf.get(pixels[i]);
        }
        return reduced;
    }

    private static List<List<Counted>> boxes(Map<Integer, Integer> counts) {
        List<Counted> all = new ArrayList<>(counts.size());
        counts.forEach((argb, pixels) -> all.add(new Counted(argb, pixels)));
        all.sort(Comparator.comparingInt(Counted::argb)); // whatever the map's order was
        if (all.size() <= COLOURS) {
            return all.stream().map(List::of).toList();
        }
        PriorityQueue<List<Counted>> widest = new PriorityQueue<>(
                Comparator.<List<Counted>>comparingLong(box -> -(long) width(box, widestChannel(box)) * weight(box))
                        .thenComparingInt(box -> box.get(0).argb()));
        widest.add(all);
        while (widest.size() < COLOURS && widest.peek().size() > 1) {
            List<Counted> box = widest.poll();
            int channel = widestChannel(box);
            box.sort(Comparator.<Counted>comparingInt(colour -> colour.channel(channel))
                    .thenComparingInt(Counted::argb));
            int cut = median(box);
            widest.add(new ArrayList<>(box.subList(0, cut)));
            widest.add(new ArrayList<>(box.subList(cut, box.size())));
        }
        return new ArrayList<>(widest);
    }

    private static int median(List<Counted> box) {
        long half = weight(box) / 2;
        long sum = 0;
        for (int i = 0; i < box.size() - 1; i++) {
            sum += box.get(i).pixels();
            if (sum >= half) {
                return i + 1;
            }
        }
        return box.size() - 1;
    }

    private static long weight(List<Counted> box) {
        return box.stream().mapToLong(Counted::pixels).sum();
    }

    private static int widestChannel(List<Counted> box) {
        int widest = 0;
        for (int channel = 1; channel < CHANNELS; channel++) {
            if (width(box, channel) > width(box, widest)) {
                widest = channel;
            }
        }
        return widest;
    }

    private static int width(List<Counted> box, int channel) {
        int least = 255;
        int most = 0;
        for (Counted colour : box) {
            least = Math.min(least, colour.channel(channel));
            most = Math.max(most, colour.channel(channel));
        }
        return most - least;
    }

    private static int average(List<Counted> box) {
        long weight = weight(box);
        int argb = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            long sum = 0;
            for (Counted colour : box) {
                sum += (long) colour.channel(channel) * colour.pixels();
            }
            argb |= (int) ((sum + weight / 2) / weight) << (8 * channel);
        }
        return argb;
    }
}
