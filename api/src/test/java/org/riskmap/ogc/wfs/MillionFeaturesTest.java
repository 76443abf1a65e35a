package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.ogc.OgcRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A million features go through in every format without being gathered in memory. */
class MillionFeaturesTest {

    /** A feature with its geometry takes some 300 bytes: 300 000 of them would not fit. */
    private static final long ALLOWED_BYTES = 40L << 20;

    private static final int LOOK_EVERY_MS = 1000;

    @AutoClose
    private static Toy toy;

    @BeforeAll
    static void open() {
        toy = new Toy(java.util.List.of("million"));
    }

    /** Takes an answer and keeps nothing of it. */
    private static final class Counted extends MockHttpServletResponse {

        private long bytes;

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int b) {
                    bytes++;
                }

                @Override
                public void write(byte[] part, int from, int length) {
                    bytes += length;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}
            };
        }
    }

    /** The most that lived on the heap, looked at again and again while something runs. */
    private static final class Scale implements AutoCloseable {

        private final long before = used();
        private volatile long most = before;
        private volatile boolean done;
        private final Thread looking = new Thread(() -> {
            while (!done) {
                most = Math.max(most, used());
                pause();
            }
        });

        Scale() {
            looking.start();
        }

        /** What a collection left, so that what others let fall since does not count. */
        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getCollectionUsage)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
        }

        private static void pause() {
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        long grownBytes() {
            return most - before;
        }

        @Override
        public void close() {
            done = true;
            try {
                looking.join();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static String request(String format) {
        return "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:million&outputFormat=" + format;
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 1000000",
        "gml32, 1000000",
        "SHAPE-ZIP, 1000000",
        "csv, 300000",
        "KML, 300000",
        "geopackage, 300000"
    })
    void memory_stays_constant(String format, int features) throws IOException {
        Counted response = new Counted();
        Scale scale = new Scale();
        try (scale) {
            toy.service()
                    .handle(
                            new OgcRequest(
                                    Toy.parameters(request(format) + "&count=" + features), null, null, null, Toy.URL),
                            response);
        }

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.bytes).isGreaterThan(10L * features);
        assertThat(scale.grownBytes()).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void all_of_them_are_counted() {
        assertThat(Toy.text(toy.get(request("gml32") + "&resultType=hits"))).contains("numberMatched=\"1000000\"");
    }
}
