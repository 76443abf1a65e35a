package org.riskmap.ogc.wms;

import java.util.Arrays;

/** The colours of a picture, each with the number of its pixels, in the order of their numbers; what is clear is one colour. */
final class ColourCounts {

    private static final int FIRST_SLOTS = 1 << 12;
    private static final int SPREAD = 0x9E3779B1;

    /** The different colours as {@code argb}, ascending. */
    final int[] colours;
    /** Pixels of each. */
    final int[] pixels;

    private int[] keys = new int[FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS]; // 0 where a slot is free
    private int found;

    ColourCounts(int[] picture) {
        int start = 0;
        while (start < picture.length) {
            int end = start + 1;
            while (end < picture.length && picture[end] == picture[start]) {
                end++;
            }
            count(argb(picture[start]), end - start);
            start = end;
        }
        colours = sorted();
        pixels = new int[found];
        for (int rank = 0; rank < found; rank++) {
            int slot = slot(colours[rank]);
            pixels[rank] = counts[slot];
            counts[slot] = rank + 1; // from here on a slot tells its colour's rank
        }
    }

    private static int argb(int pixel) {
        return pixel >>> 24 == 0 ? 0 : pixel;
    }

    /** The place of a pixel of the picture in {@link #colours}. */
    int rank(int pixel) {
        return counts[slot(argb(pixel))] - 1;
    }

    private void count(int argb, int more) {
        int slot = slot(argb);
        if (counts[slot] == 0) {
            keys[slot] = argb;
            if (++found > keys.length / 2) {
                counts[slot] = more;
                grow();
                return;
            }
        }
        counts[slot] += more;
    }

    private int slot(int argb) {
        int slot = (argb * SPREAD) >>> Integer.numberOfLeadingZeros(keys.length) + 1;
        while (counts[slot] != 0 && keys[slot] != argb) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[2 * oldKeys.length];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private int[] sorted() {
        int[] all = new int[found];
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] != 0) {
                all[next++] = keys[slot];
            }
        }
        Arrays.sort(all);
        return all;
    }
}
