package org.riskmap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.kernel.Envelope;
import org.riskmap.postgis.ChangeFeed;

/**
 * Two metatiles that read shelters west and east of 120°E.
 *
 * <pre>
 * west  119..120, 27..28
 * east  120.1..121, 27..28
 * </pre>
 */
class TileCacheTest {

    private static final Envelope WEST = new Envelope(119, 27, 120, 28);
    private static final Envelope EAST = new Envelope(120.1, 27, 121, 28);
    private static final TileRange ONE = new TileRange(0, 0, 0, 0);

    @TempDir
    Path folder;

    private TestDatabase test;
    private ChangeFeed feed;
    private Catalog catalog;
    private TileCache cache;
    private final AtomicInteger drawn = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        test = TestDatabase.create();
        Files.createDirectories(folder.resolve("directory/workspaces"));
        catalog = CatalogOf.directory(folder.resolve("directory"), test.database(), folder);
        feed = new ChangeFeed(test.database());
        feed.start();
        until(feed::listening);
        cache = cache(100);
        cache.load();
    }

    @AfterEach
    void stop() {
        feed.close();
        test.close();
    }

    private TileCache cache(int quotaMb) {
        Looks looks = new Looks(() -> DirectoryStamp.of(folder.resolve("directory")));
        return new TileCache(
                folder.resolve("tiles"), new TileSettings(quotaMb, 1, 4, 0), test.database(), feed, looks, "this");
    }

    private Look look(boolean keepable) {
        return new Look("look", List.of("drawn"), Set.of("shelter"), List.of(), keepable, 0);
    }

    private TileCache.Found ask(String place, Look look, Supplier<Metatile> draw) {
        return cache.tile("/" + place + look.key(), catalog, look, new MetatileKey(look.key(), place, 0, ONE), 0, draw);
    }

    private TileCache.Found ask(Envelope area) {
        return ask(area == WEST ? "west" : "east", look(true), () -> draw(area));
    }

    private Metatile draw(Envelope area) {
        return Metatile.of(
                List.of(("picture " + drawn.incrementAndGet()).getBytes(StandardCharsets.UTF_8)),
                "image/png",
                List.of(new Metatile.Read("shelter", area)),
                Instant.MAX);
    }

    private static String text(TileCache.Found found) {
        return new String(found.tile().bytes(), StandardCharsets.UTF_8);
    }

    private void addShelter(String id, double lon) {
        test.database()
                .client()
                .sql(
                        "insert into risk.shelter (id, name, capacity, status, source, geom) values (?, ?, 1, 'open', 'test', st_point(?, 27.5, 4490))")
                .params(id, id, lon)
                .update();
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Test
    void a_tile_is_drawn_once_and_then_given_from_disk_and_from_memory() {
        assertThat(ask(WEST).kept()).isFalse();
        assertThat(cache.recall("/westlook", catalog)).isEmpty(); // nobody asked for the kept one yet
        TileCache.Found second = ask(WEST);
        assertThat(second.kept()).isTrue();
        assertThat(text(second)).isEqualTo("picture 1");
        assertThat(cache.recall("/westlook", catalog).map(TileCacheTest::text)).contains("picture 1");
        assertThat(drawn).hasValue(1);
    }

    @Test
    void a_change_takes_away_what_was_read_there_and_nothing_else() {
        ask(WEST);
        ask(EAST);
        ask(EAST);
        addShelter("w", 119.5);
        until(() -> cache.size() == 1);
        assertThat(text(ask(EAST))).isEqualTo("picture 2");
        assertThat(text(ask(WEST))).isEqualTo("picture 3");
        addShelter("between", 120.05);
        test.database()
                .client()
                .sql(
                        "insert into risk.supply_depot (id, name, source, geom) values ('d', 'd', 'test', st_point(119.5, 27.5, 4490))")
                .update();
        feed.catchUp();
        assertThat(cache.size()).isEqualTo(2);
        test.database().client().sql("truncate risk.shelter").update();
        until(() -> cache.size() == 0);
    }

    @Test
    void moving_a_row_takes_away_the_place_that_it_left_and_the_one_where_it_is() {
        addShelter("w", 119.5);
        feed.catchUp();
        ask(WEST);
        ask(EAST);
        test.database()
                .client()
                .sql("update risk.shelter set geom = st_point(120.5, 27.5, 4490) where id = 'w'")
                .update();
        until(() -> cache.size() == 0);
    }

    @Test
    void what_was_drawn_while_a_change_came_is_given_but_not_kept() {
        TileCache.Found found = ask("west", look(true), () -> {
            Metatile before = draw(WEST);
            addShelter("w", 119.5);
            feed.catchUp();
            return before;
        });
        assertThat(text(found)).isEqualTo("picture 1");
        assertThat(text(ask(WEST))).isEqualTo("picture 2");
    }

    @Test
    void many_that_ask_at_once_wait_for_one_drawing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> text(ask("west", look(true), () -> {
                        begun.countDown();
                        await(go);
                        return draw(WEST);
                    })),
                    task -> new Thread(task).start()));
        }
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        go.countDown();
        for (CompletableFuture<String> answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("picture 1");
        }
        assertThat(drawn).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void who_asks_after_a_change_does_not_get_what_was_begun_before_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(
                () -> text(ask("west", look(true), () -> {
                    begun.countDown();
                    await(go);
                    return draw(WEST);
                })),
                task -> new Thread(task).start());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        addShelter("w", 119.5);
        feed.catchUp();
        assertThat(text(ask(WEST))).isEqualTo("picture 1");
        go.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo("picture 2");
        assertThat(text(ask(WEST))).isEqualTo("picture 1");
    }

    @Test
    void a_restart_keeps_what_is_still_true() {
        ask(WEST);
        ask(EAST);
        cache.close();
        addShelter("w", 119.5); // nobody listens for the cache
        cache = cache(100);
        cache.load();
        assertThat(cache.size()).isEqualTo(1);
        assertThat(text(ask(EAST))).isEqualTo("picture 2");
        assertThat(text(ask(WEST))).isEqualTo("picture 3");
    }

    @Test
    void a_restart_with_another_directory_keeps_nothing() throws IOException {
        ask(WEST);
        Files.createDirectories(folder.resolve("directory/styles"));
        Files.writeString(folder.resolve("directory/styles/shelter.sld"), "<new/>");
        cache = cache(100);
        cache.load();
        assertThat(cache.size()).isZero();
        try (var files = Files.walk(folder.resolve("tiles"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void half_a_file_is_not_taken_for_a_tile() throws IOException {
        ask(WEST);
        Path file;
        try (var files = Files.walk(folder.resolve("tiles"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 20));
        cache = cache(100);
        cache.load();
        assertThat(cache.size()).isZero();
    }

    @Test
    void another_look_under_the_same_key_is_drawn_anew() {
        ask(WEST);
        Look changed = look(true).withVersion(2);
        assertThat(text(ask("west", changed, () -> draw(WEST)))).isEqualTo("picture 2");
    }

    @Test
    void a_picture_that_cannot_be_kept_is_shared_only_for_a_moment() throws Exception {
        ask("west", look(false), () -> draw(WEST));
        assertThat(cache.size()).isZero();
        Thread.sleep(1100);
        assertThat(text(ask("west", look(false), () -> draw(WEST)))).isEqualTo("picture 2");
    }

    @Test
    void a_picture_falls_when_its_time_is_over() throws Exception {
        Supplier<Metatile> draw = () -> Metatile.of(
                List.of(("picture " + drawn.incrementAndGet()).getBytes(StandardCharsets.UTF_8)),
                "image/png",
                List.of(),
                Instant.now().plusMillis(1500));
        ask("west", look(true), draw);
        assertThat(text(ask("west", look(true), draw))).isEqualTo("picture 1");
        Thread.sleep(1600);
        assertThat(text(ask("west", look(true), draw))).isEqualTo("picture 2");
    }

    @Test
    void beyond_the_quota_goes_what_was_asked_for_longest_ago() {
        cache = cache(1);
        cache.load();
        byte[] hundredKb = new byte[100_000];
        for (int i = 0; i < 10; i++) {
            int number = i;
            ask("place" + i, look(true), () -> big(hundredKb, number));
            ask("place0", look(true), () -> big(hundredKb, 0)); // always fresh
        }
        assertThat(cache.sizeBytes()).isLessThanOrEqualTo(1 << 20);
        ask("place10", look(true), () -> big(hundredKb, 10));
        assertThat(cache.sizeBytes()).isLessThanOrEqualTo(1 << 20);
        int before = drawn.get();
        ask("place0", look(true), () -> big(hundredKb, 0));
        assertThat(drawn).hasValue(before);
        ask("place1", look(true), () -> big(hundredKb, 1));
        assertThat(drawn).hasValue(before + 1);
    }

    private Metatile big(byte[] bytes, int number) {
        drawn.incrementAndGet();
        byte[] own = bytes.clone();
        own[0] = (byte) number;
        return Metatile.of(List.of(own), "image/png", List.of(), Instant.MAX);
    }

    @Test
    void nothing_kept_is_given_while_changes_cannot_be_heard() {
        ask(WEST);
        feed.close();
        assertThat(text(ask(WEST))).isEqualTo("picture 2");
    }

    @Test
    void a_drawing_that_fails_fails_for_all_who_wait_and_is_tried_again() {
        IllegalStateException failure = new IllegalStateException("no");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ask("west", look(true), () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(text(ask(WEST))).isEqualTo("picture 1");
    }
}
