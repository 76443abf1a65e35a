package org.riskmap.vectortile;

import java.util.Arrays;

/** From whole numbers to places, without an object for either: a table with open addressing, at most half full. */
final class WholeNumbers {

    private static final int FREE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] numbers = new long[64];
    private int[] places = new int[64];
    private int size;

    WholeNumbers() {
        Arrays.fill(places, FREE);
    }

    /** The number's place; the given one, which it then has, where it had none. */
    int putIfAbsent(long number, int place) {
        int at = slot(number);
        if (places[at] != FREE) {
            return places[at];
        }
        numbers[at] = number;
        places[at] = place;
        if (2 * ++size > places.length) {
            grow();
        }
        return place;
    }

    /** Where the number is, or would be. */
    private int slot(long number) {
        int at = (int) (number * SPREAD >>> 32) & places.length - 1;
        while (places[at] != FREE && numbers[at] != number) {
            at = at + 1 & places.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldPlaces = places;
        numbers = new long[2 * oldNumbers.length];
        places = new int[2 * oldPlaces.length];
        Arrays.fill(places, FREE);
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != FREE) {
                int at = slot(oldNumbers[i]);
                numbers[at] = oldNumbers[i];
                places[at] = oldPlaces[i];
            }
        }
    }
}
