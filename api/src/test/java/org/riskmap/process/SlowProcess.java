package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/** A process that waits, where it is told to, until the test lets it go on; meanwhile it reports progress. */
final class SlowProcess implements Analysis {

    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final AtomicInteger solved = new AtomicInteger();
    private final ProcessDescription description = ProcessDescription.load("slow");

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        String name = inputs.get("name").text(100);
        boolean wait = inputs.get("wait").flagOr(false);
        return new Task() {
            @Override
            public Map<String, @Nullable Object> parameters() {
                return new LinkedHashMap<>(Map.of("name", name, "wait", wait));
            }

            @Override
            public Set<String> otherTables() {
                return Set.of("shelter");
            }

            @Override
            public Outcome solve(Progress progress) {
                return outcome(name, wait, progress);
            }
        };
    }

    private Outcome outcome(String name, boolean wait, Progress progress) {
        solved.incrementAndGet();
        started.countDown();
        if (name.equals("wrong")) {
            throw new InvalidInput("name", "it is wrong", "give another");
        }
        if (name.equals("broken")) {
            throw new IllegalStateException("a secret of the inside");
        }
        while (wait && release.getCount() > 0) {
            progress.at(40, "waiting");
            pause();
        }
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("echo", new Output.Json(name));
        outputs.put("places", new Output.Features(new ArrayList<>()));
        return new Outcome(outputs, List.of("only a test"), List.of());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new JobRun.NodeStops();
        }
    }
}
