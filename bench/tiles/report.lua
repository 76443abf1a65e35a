-- What one run of wrk measured, on one line: requests, seconds, p50 ms, p95 ms, bytes a request, failed requests.
function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format("REPORT %d %.3f %.3f %.3f %d %d\n", summary.requests, summary.duration / 1e6,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.bytes / math.max(1, summary.requests),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
