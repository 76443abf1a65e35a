package org.riskmap.ogc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A prefix code for symbols by how often they occur, the frequent ones short. Source: Huffman 1952; made canonical and its bits
 * turned round as RFC 1951, 3.2.2 has them.
 */
final class HuffmanCode {

    private final int[] lengths;
    private final int[] codes;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /**
     * @param counts how often each symbol occurs; one that never does has no code
     * @param longest most bits of a code
     */
    static HuffmanCode of(int[] counts, int longest) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > longest) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (weights[i] + 1) / 2; // less unequal, so that the rarest come up
            }
            lengths = lengths(weights);
        }
        return new HuffmanCode(lengths);
    }

    /** Bits of a symbol's code; 0 where it has none. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** A symbol's code, its first bit lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    private record Node(long weight, int symbol, int first, int second) {}

    private static int[] lengths(int[] weights) {
        int[] lengths = new int[weights.length];
        Node[] nodes = new Node[2 * weights.length];
        PriorityQueue<Integer> open = new PriorityQueue<>(
                Comparator.<Integer>comparingLong(at -> nodes[at].weight()).thenComparingInt(at -> at));
        int count = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                nodes[count] = new Node(weights[symbol], symbol, -1, -1);
                open.add(count++);
            }
        }
        if (count == 1) {
            lengths[nodes[0].symbol()] = 1;
            return lengths;
        }
        while (open.size() > 1) {
            int first = open.remove();
            int second = open.remove();
            nodes[count] = new Node(nodes[first].weight() + nodes[second].weight(), -1, first, second);
            open.add(count++);
        }
        int[] depths = new int[count];
        for (int at = count - 1; at >= 0; at--) {
            Node node = nodes[at];
            if (node.symbol() >= 0) {
                lengths[node.symbol()] = depths[at];
            } else {
                depths[node.first()] = depths[at] + 1;
                depths[node.second()] = depths[at] + 1;
            }
        }
        return lengths;
    }

    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int next = 0;
        int longest = Arrays.stream(lengths).max().orElse(0);
        for (int length = 1; length <= longest; length++) {
            next <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(next++) >>> (32 - length);
                }
            }
        }
        return codes;
    }
}
