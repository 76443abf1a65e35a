package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.Layers;
import org.riskmap.layer.SelectionReader;
import org.riskmap.result.Runs;

/** Jobs on a real queue, taken by nodes that start and stop. */
class JobsTest {

    private static final Jobs.Caller ANYBODY = new Jobs.Caller(null, false);
    private static final Jobs.Caller ADMIN = new Jobs.Caller("admin", true);

    private TestDatabase test;
    private SlowProcess process;
    private JobStore store;

    @BeforeEach
    void create() {
        test = TestDatabase.create();
        process = new SlowProcess();
        store = new JobStore(test.database());
    }

    @AfterEach
    void drop() {
        process.release.countDown();
        test.close();
    }

    private Jobs node(SlowProcess runs) {
        Processes processes = new Processes(List.of(runs));
        CatalogSource source = () -> Layers.catalog(List.of());
        Selections selections =
                new Selections(source, new SelectionReader(source, new FeatureReader()), test.database());
        Executions executions = new Executions(new Runs(test.database()), selections);
        Jobs jobs = new Jobs(test.database(), store, new JobRun(store, processes, executions));
        jobs.start();
        return jobs;
    }

    private static String request(String name, boolean wait) {
        return "{\"inputs\":{\"name\":\"%s\",\"wait\":%s}}".formatted(name, wait);
    }

    private Job await(UUID id, Predicate<Job> wanted) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        Job job = store.find(id).orElseThrow();
        while (!wanted.test(job)) {
            assertThat(Instant.now()).as("still " + job).isBefore(patience);
            Thread.sleep(20);
            job = store.find(id).orElseThrow();
        }
        return job;
    }

    private Job awaitEnd(UUID id) throws InterruptedException {
        return await(id, job -> !job.unfinished());
    }

    @Test
    void a_job_goes_from_accepted_to_successful_with_progress_on_the_way() throws Exception {
        Jobs node = node(process);
        Job job = node.accept("slow", request("a", true), null);
        assertThat(job.status()).isIn("accepted", "running");
        Job running = await(job.id(), now -> now.progress() == 40);
        assertThat(running.status()).isEqualTo("running");
        assertThat(running.message()).isEqualTo("waiting");
        assertThat(running.started()).isNotNull();
        process.release.countDown();
        Job done = awaitEnd(job.id());
        assertThat(done.status()).isEqualTo("successful");
        assertThat(done.progress()).isEqualTo(100);
        assertThat(done.runId()).matches("[0-9a-f]{32}");
        assertThat(done.finished()).isAfterOrEqualTo(done.started());
        node.stop();
    }

    @Test
    void a_dismissed_job_stops_working() throws Exception {
        Jobs node = node(process);
        Job job = node.accept("slow", request("a", true), null);
        assertThat(process.started.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(node.dismiss(job.id().toString(), ANYBODY).status()).isEqualTo("dismissed");
        Job next = node.accept("slow", request("b", false), null);
        awaitEnd(next.id()); // the node works on
        assertThat(store.find(job.id()).orElseThrow().status()).isEqualTo("dismissed");
        assertThat(store.find(job.id()).orElseThrow().runId()).isNull();
        node.stop();
    }

    @Test
    void a_node_that_stops_gives_its_job_back_and_another_finishes_it() throws Exception {
        Jobs first = node(process);
        Job job = first.accept("slow", request("a", true), null);
        assertThat(process.started.await(30, TimeUnit.SECONDS)).isTrue();
        first.stop();
        assertThat(store.find(job.id()).orElseThrow().status()).isEqualTo("accepted");
        SlowProcess elsewhere = new SlowProcess();
        elsewhere.release.countDown();
        Jobs second = node(elsewhere);
        assertThat(awaitEnd(job.id()).status()).isEqualTo("successful");
        assertThat(elsewhere.solved).hasValue(1);
        second.stop();
    }

    @Test
    void a_job_whose_node_was_killed_is_taken_again() throws Exception {
        UUID id = UUID.randomUUID();
        store.insert(id, "slow", request("a", false), null);
        assertThat(store.start(id)).isTrue(); // and then the node was gone, its heartbeat a minute old
        test.database().client().sql("""
                        insert into risk.scheduled_task
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('job', ?, now() - interval '2 minutes', true, 'gone', now() - interval '1 minute', 2)
                        """).param(id.toString()).update();
        Jobs node = node(process);
        Job done = awaitEnd(id);
        assertThat(done.status()).isEqualTo("successful");
        assertThat(done.attempts()).isEqualTo(2);
        node.stop();
    }

    @Test
    void a_job_that_was_interrupted_too_often_fails_and_says_so() throws Exception {
        UUID id = UUID.randomUUID();
        store.insert(id, "slow", request("a", false), null);
        for (int attempt = 0; attempt < JobRun.ATTEMPTS; attempt++) {
            store.start(id);
        }
        test.database()
                .client()
                .sql("update risk.job set created_at = now() - interval '1 minute'")
                .update();
        Jobs node = node(process); // which finds a job that the queue has forgotten
        Job failed = awaitEnd(id);
        assertThat(failed.status()).isEqualTo("failed");
        assertThat(failed.problem()).contains("urn:riskmap:problem:interrupted");
        assertThat(process.solved).hasValue(0);
        node.stop();
    }

    @Test
    void a_failed_job_tells_what_was_wrong_and_nothing_of_the_inside() throws Exception {
        Jobs node = node(process);
        Job wrong = awaitEnd(node.accept("slow", request("wrong", false), null).id());
        assertThat(wrong.problem()).contains("\"input\":\"name\"").contains("\"status\":400");
        Job broken =
                awaitEnd(node.accept("slow", request("broken", false), null).id());
        assertThat(broken.problem()).contains("\"status\":500").doesNotContain("secret");
        assertThat(broken.message()).doesNotContain("secret");
        node.stop();
    }

    @Test
    void jobs_are_seen_by_their_owner_by_the_administrator_and_an_anonymous_one_by_who_knows_its_id() {
        Jobs node = node(process);
        String anonymous = node.accept("slow", request("a", false), null).id().toString();
        String planners =
                node.accept("slow", request("b", false), "planner").id().toString();
        Jobs.Caller planner = new Jobs.Caller("planner", false);

        assertThat(node.find(anonymous, ANYBODY).id()).hasToString(anonymous);
        assertThat(node.find(planners, planner).id()).hasToString(planners);
        assertThat(node.find(planners, ADMIN).id()).hasToString(planners);
        assertThatThrownBy(() -> node.find(planners, ANYBODY)).isInstanceOf(Failure.NoSuchJob.class);
        assertThatThrownBy(() -> node.dismiss(planners, ANYBODY)).isInstanceOf(Failure.NoSuchJob.class);
        assertThat(node.list(ANYBODY, 10)).isEmpty();
        assertThat(node.list(planner, 10))
                .extracting(job -> job.id().toString())
                .containsExactly(planners);
        assertThat(node.list(ADMIN, 10)).hasSize(2);
        assertThat(node.list(ADMIN, 1)).hasSize(1);
        node.stop();
    }
}
