package org.riskmap.process;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.operation.PublicUrl;
import org.riskmap.result.StoredRun;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs: list, status, results, dismissal (18-062r2 §7.12–7.13, §11, §12). Never cached: they move. */
@RestController
class JobController {

    private final Jobs jobs;
    private final Processes processes;
    private final Executions executions;
    private final PublicUrl publicUrl;

    JobController(Jobs jobs, Processes processes, Executions executions, PublicUrl publicUrl) {
        this.jobs = jobs;
        this.processes = processes;
        this.executions = executions;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/api/jobs")
    ResponseEntity<byte[]> list(@RequestParam(required = false) @Nullable String limit, HttpServletRequest http) {
        int most = Limit.parse(limit);
        return moving(
                Json.bytes(JobDocuments.list(jobs.list(ExecutionController.caller(http), most), publicUrl.base(http))));
    }

    @GetMapping("/api/jobs/{id}")
    ResponseEntity<byte[]> status(@PathVariable String id, HttpServletRequest http) {
        Job job = jobs.find(id, ExecutionController.caller(http));
        return moving(Json.bytes(JobDocuments.status(job, publicUrl.base(http))));
    }

    @DeleteMapping("/api/jobs/{id}")
    ResponseEntity<byte[]> dismiss(@PathVariable String id, HttpServletRequest http) {
        Job job = jobs.dismiss(id, ExecutionController.caller(http));
        return moving(Json.bytes(JobDocuments.status(job, publicUrl.base(http))));
    }

    /** The answer as the job's request wanted it, or the problem that the job failed with, under that problem's status. */
    @GetMapping("/api/jobs/{id}/results")
    ResponseEntity<byte[]> results(@PathVariable String id, HttpServletRequest http) {
        Job job = jobs.find(id, ExecutionController.caller(http));
        if (job.unfinished()) {
            throw new Failure.ResultNotReady(job);
        }
        if (job.status().equals("dismissed")) {
            throw new Failure.JobDismissed(job);
        }
        if (job.problem() != null) {
            return ResponseEntity.status(Problem.statusOf(job.problem()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(job.problem().getBytes(StandardCharsets.UTF_8));
        }
        StoredRun run = Optional.ofNullable(job.runId())
                .flatMap(executions::find)
                .orElseThrow(() -> new Failure.ResultGone(job));
        ExecuteRequest request =
                ExecuteRequest.parse(job.request(), processes.get(job.process()).description());
        ExecuteRequest.Answer answer = request.write(run);
        return Json.answer(HttpStatus.OK, answer.mediaType(), answer.body().bytes());
    }

    private static ResponseEntity<byte[]> moving(byte[] body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
