import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.evacuation.Coverage;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.Limit;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Settlement;
import org.riskmap.evacuation.Shelter;
import org.riskmap.evacuation.ShelterSiting;
import org.riskmap.evacuation.Siting;
import org.riskmap.evacuation.SitingQuestion;
import org.riskmap.evacuation.Travel;
import org.riskmap.network.Closures;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.NearestTarget;
import org.slf4j.LoggerFactory;

/**
 * The analyses' own part of {@code ./riskmap bench coverage}: {@code nearest EDGES FACILITIES ROUNDS} beside pgRouting,
 * {@code scale TIMES}, {@code siting CANDIDATES SETTLEMENTS}, {@code build EDGES}; on roads made in the database that {@code RISKMAP_DB_URL} names. Prints lines of
 * JSON.
 */
public final class CoverageBench {

    private static final int EDGES_PER_SCALE = 40_000;
    private static final int SETTLEMENTS_PER_SCALE = 300;
    private static final int SHELTERS_PER_SCALE = 200;
    private static final TravelRule WALK = new TravelRule(Mode.WALK, 4, false, Least.TIME);

    private final Database database;

    /** What the last query took of its server process' processor; NaN where the system does not say. */
    private double queryProcessorMs;

    private CoverageBench(Database database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        try (Database database = Database.open(DatabaseSettings.fromEnvironment(System.getenv()), 4)) {
            database.migrate();
            CoverageBench bench = new CoverageBench(database);
            int number = Integer.parseInt(arguments[1]);
            switch (arguments[0]) {
                case "nearest" ->
                    bench.nearest(number, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
                case "scale" -> bench.scale(number);
                case "siting" -> bench.siting(number, Integer.parseInt(arguments[2]));
                case "build" -> bench.build(number);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    /**
     * Streets of a town without end: blocks of about 100 m, every corner moved, every street bent between two corners, an
     * eleventh of the stretches left out, a twentieth one-way for cars; a road is a stretch of five edges.
     */
    private void makeRoads(int edges) {
        int side = (int) Math.ceil(Math.sqrt(edges / 2.0 * 11 / 10));
        database.client().sql("truncate risk.road, risk.river").update();
        StringBuilder rows = new StringBuilder();
        for (int east = 0; east < 2; east++) {
            for (int street = 0; street <= side; street++) {
                for (int part = 0; 5 * part < side; part++) {
                    if (mixed(street * 104729L + part, east) % 11 != 0) {
                        writeRoad(rows, east == 1, street, part, side);
                    }
                }
                if (rows.length() > 10_000_000 || street == side) {
                    database.copyIn("copy risk.road (id, class, oneway, geom, source) from stdin",
                            new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
                    rows.setLength(0);
                }
            }
        }
        database.client().sql("analyze risk.road").update();
    }

    private static void writeRoad(StringBuilder rows, boolean east, int street, int part, int side) {
        rows.append(east ? "e-" : "n-").append(street).append('-').append(part).append('\t');
        rows.append(street % 10 == 0 ? "tertiary" : "residential").append('\t');
        rows.append(mixed(street * 7919L + part, 2) % 20 == 0 ? "yes" : "no").append("\tSRID=4490;MULTILINESTRING((");
        for (int pos = 5 * part; pos <= Math.min(side, 5 * part + 5); pos++) {
            double x = corner(east, street, pos, true);
            double y = corner(east, street, pos, false);
            if (pos > 5 * part) {
                double bendX = (mixed(street * 31L + pos, 3) % 256 / 255.0 - 0.5) * 0.0002;
                double bendY = (mixed(street * 37L + pos, 4) % 256 / 255.0 - 0.5) * 0.0002;
                rows.append((x + corner(east, street, pos - 1, true)) / 2 + bendX).append(' ');
                rows.append((y + corner(east, street, pos - 1, false)) / 2 + bendY).append(',');
            }
            rows.append(x).append(' ').append(y).append(',');
        }
        rows.setLength(rows.length() - 1);
        rows.append("))\tbench\n");
    }

    /** Longitude or latitude of the corner of two streets, degrees. */
    private static double corner(boolean east, int street, int pos, boolean lon) {
        long row = east ? street : pos;
        long column = east ? pos : street;
        double moved = 0.5 * (mixed(row * 1_000_003 + column, lon ? 5 : 6) % 1024 / 1023.0 - 0.5);
        return lon ? 119 + (column + moved) * 0.001 : 27 + (row + moved) * 0.0009;
    }

    /** A number that looks drawn by lot, not negative (the mixer of SplitMix64). */
    private static long mixed(long number, int salt) {
        long z = number * 16 + salt;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (z ^ z >>> 31) >>> 1;
    }

    // ---- nearest facility, beside pgRouting

    private void nearest(int edges, int facilities, int rounds) {
        makeRoads(edges);
        try (Network network = new Network(database, () -> null)) {
            RoadNetwork roads = network.current();
            RoadGraph graph = roads.graph();
            TravelCosts costs = TravelCosts.of(roads, WALK, Closures.none(graph));
            Random random = new Random(7);
            Integer[] nodes = random.ints(0, graph.nodeCount()).distinct().limit(facilities).boxed().toArray(Integer[]::new);
            List<Access> targets = Arrays.stream(nodes).map(node -> atNode(graph, node)).toList();
            export(graph, costs);
            exportFacilities(nodes);
            NearestTarget ours = NearestTarget.of(costs, targets);
            say("{\"part\":\"nearest\",\"edges\":%d,\"nodes\":%d,\"facilities\":%d,\"compared\":%d,\"differing\":%d,"
                            + "\"equicost_differing\":%d}",
                    graph.edgeCount(), graph.nodeCount(), facilities, graph.nodeCount(), differing(ours, graph, EXTRA_NODE),
                    differing(ours, graph, EQUICOST));
            // costs stand beside the edges in memory, as they stand in pgRouting's table; each answer is computed anew
            LongSupplier riskmap = () -> sum(NearestTarget.of(costs, targets), graph);
            LongSupplier equicost = () -> pgRouting(EQUICOST);
            LongSupplier extraNode = () -> pgRouting(EXTRA_NODE);
            for (int i = 0; i < Math.max(30, 10_000_000 / edges); i++) { // until the compiler is done
                riskmap.getAsLong();
            }
            equicost.getAsLong();
            extraNode.getAsLong();
            double[] weighing = new double[rounds];
            double[] a = new double[rounds];
            double[] b = new double[rounds];
            double[] c = new double[rounds];
            double[][] processor = new double[3][rounds];
            for (int round = 0; round < rounds; round++) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                a[round] = millis(riskmap);
                processor[0][round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
                weighing[round] = millis(() -> TravelCosts.of(roads, WALK, Closures.none(graph)).graph().edgeCount());
                b[round] = millis(equicost);
                processor[1][round] = queryProcessorMs;
                c[round] = millis(extraNode);
                processor[2][round] = queryProcessorMs;
            }
            say("{\"part\":\"nearest-times\",\"edges\":%d,\"rounds\":%d,\"riskmap_ms\":%s,\"equicost_ms\":%s,\"ratio\":%.1f,"
                            + "\"extra_node_ms\":%s,\"extra_node_ratio\":%.1f,\"costs_ms\":%.1f,"
                            + "\"processor_ms\":[%.1f,%.0f,%.0f],\"peak_mb\":%d}",
                    graph.edgeCount(), rounds, spread(a), spread(b), median(b) / median(a), spread(c),
                    median(c) / median(a), median(weighing), median(processor[0]), median(processor[1]),
                    median(processor[2]), peakMb());
        }
    }

    private static Access atNode(RoadGraph graph, int node) {
        int arc = graph.arcAt(graph.firstSlot(node));
        return new Access(arc >> 1, (arc & 1) == 0 ? 0 : graph.lengthMm(arc >> 1), 0, 0);
    }

    private static long sum(NearestTarget answer, RoadGraph graph) {
        long sum = 0;
        for (int node = 0; node < graph.nodeCount(); node++) {
            long cost = answer.costFrom(node);
            sum += cost == NearestTarget.UNREACHED ? 0 : cost;
        }
        return sum;
    }

    /** The same edges as pgRouting's users keep them: a table with a key, costs in milliseconds. */
    private void export(RoadGraph graph, TravelCosts costs) {
        database.client().sql("drop table if exists public.edge").update();
        database.client().sql("""
                create unlogged table public.edge
                    (id bigint primary key, source bigint, target bigint, cost float8, reverse_cost float8)
                """).update();
        int chunk = 200_000;
        for (int first = 0; first < graph.edgeCount(); first += chunk) {
            StringBuilder rows = new StringBuilder();
            for (int edge = first; edge < Math.min(first + chunk, graph.edgeCount()); edge++) {
                int length = graph.lengthMm(edge);
                rows.append(edge).append('\t').append(graph.tail(2 * edge)).append('\t').append(graph.head(2 * edge));
                rows.append('\t').append(costs.along(edge, 0, length));
                rows.append('\t').append(costs.along(edge, length, 0)).append('\n');
            }
            database.copyIn("copy public.edge from stdin",
                    new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        }
        database.client().sql("vacuum analyze public.edge").update();
    }

    /**
     * The function pgRouting has for it, toward the facilities: against the direction of travel. It gives some nodes more than
     * the least cost (3.4.2).
     */
    private static final String EQUICOST = """
            pgr_drivingDistance('select id, source, target, reverse_cost as cost, cost as reverse_cost from public.edge',
                                (select array_agg(node) from public.facility), 1e12, directed => true, equicost => true)
            """;

    /** Exact and quicker, for those who know: from one node more, from which steps that cost nothing lead to all facilities. */
    private static final String EXTRA_NODE = """
            pgr_drivingDistance('select id, source, target, reverse_cost as cost, cost as reverse_cost from public.edge
                                 union all select -node, -1, node, 0, -1 from public.facility', -1, 1e12, directed => true)
            """;

    private void exportFacilities(Integer[] nodes) {
        database.client().sql("drop table if exists public.facility").update();
        database.client().sql("create unlogged table public.facility as select unnest(string_to_array(?, ',')::bigint[]) node")
                .param(String.join(",", Arrays.stream(nodes).map(String::valueOf).toList()))
                .update();
    }

    private long differing(NearestTarget ours, RoadGraph graph, String function) {
        long[] theirs = new long[graph.nodeCount()];
        Arrays.fill(theirs, NearestTarget.UNREACHED);
        query("select node, agg_cost from " + function + " where node >= 0", row -> {
            theirs[row.getInt(1)] = Math.round(row.getDouble(2));
        });
        long differing = 0;
        for (int node = 0; node < theirs.length; node++) {
            differing += theirs[node] == ours.costFrom(node) ? 0 : 1;
        }
        return differing;
    }

    private long pgRouting(String function) {
        long[] sum = {0};
        query("select sum(agg_cost)::bigint from " + function, row -> sum[0] = row.getLong(1));
        return sum[0];
    }

    private interface RowReader {
        void read(ResultSet row) throws java.sql.SQLException;
    }

    private void query(String sql, RowReader reader) {
        database.inConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                int backend;
                try (ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
                    pid.next();
                    backend = pid.getInt(1);
                }
                double before = processorMs(backend);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
                queryProcessorMs = processorMs(backend) - before;
            }
            return null;
        });
    }

    // ---- a whole coverage, from a county to a province

    private void scale(int times) {
        makeRoads(times * EDGES_PER_SCALE);
        try (Network network = new Network(database, () -> null)) {
            RoadGraph graph = network.current().graph();
            EvacuationCoverage coverage = new EvacuationCoverage(network, database);
            long start = System.nanoTime();
            Coverage first = coverage.solve(question(graph, times, 1800), (percent, doing) -> {});
            double cold = (System.nanoTime() - start) / 1e6;
            double[] warm = new double[3];
            double[] processor = new double[warm.length];
            for (int round = 0; round < warm.length; round++) {
                Question other = question(graph, times, 1790 - 7 * round);
                double before = processorMs();
                warm[round] = millis(() -> coverage.solve(other, (percent, doing) -> {}).assigned());
                processor[round] = processorMs() - before;
            }
            say("{\"part\":\"scale\",\"times\":%d,\"edges\":%d,\"settlements\":%d,\"shelters\":%d,\"assigned\":%d,"
                            + "\"population\":%d,\"first_ms\":%.0f,\"ms\":%s,\"processor_ms\":%.0f,\"peak_mb\":%d,"
                            + "\"resident_peak_mb\":%d}",
                    times, graph.edgeCount(), first.served().size(), first.used().size(), first.assigned(),
                    first.population(), cold, spread(warm), median(processor), peakMb(), residentPeakMb());
        }
    }

    private static Question question(RoadGraph graph, int times, double limitS) {
        return question(graph, limitS, times * SETTLEMENTS_PER_SCALE, times * SHELTERS_PER_SCALE);
    }

    private static Question question(RoadGraph graph, double limitS, int settlementCount, int shelterCount) {
        Random random = new Random(11);
        List<Settlement> settlements = new ArrayList<>();
        for (int i = 0; i < settlementCount; i++) {
            int node = random.nextInt(graph.nodeCount());
            settlements.add(new Settlement("d%06d".formatted(i), null, graph.nodeLon(node) + 0.0003,
                    graph.nodeLat(node) + 0.0003, 20 + random.nextInt(300)));
        }
        List<Shelter> shelters = new ArrayList<>();
        for (int i = 0; i < shelterCount; i++) {
            int node = random.nextInt(graph.nodeCount());
            shelters.add(new Shelter("s%06d".formatted(i), null, graph.nodeLon(node) - 0.0002,
                    graph.nodeLat(node) + 0.0004, 30 + random.nextInt(300), true));
        }
        return new Question(settlements, shelters, new GeometryFactory().createPolygon(), Set.of(),
                new Travel.Roads(Mode.WALK, 4, Travel.Slope.OFF, 500), Limit.ofSeconds(limitS), true, "township");
    }

    // ---- the next ten shelters

    private void siting(int candidates, int settlements) {
        makeRoads(8 * candidates * 5);
        try (Network network = new Network(database, () -> null)) {
            RoadGraph graph = network.current().graph();
            ShelterSiting siting = new ShelterSiting(new EvacuationCoverage(network, database));
            double[] times = new double[4];
            Siting last = null;
            for (int round = 0; round < times.length; round++) {
                SitingQuestion asked = siting(graph, candidates, settlements, 1800 - 7 * round);
                long start = System.nanoTime();
                last = siting.solve(asked, (percent, doing) -> {});
                times[round] = (System.nanoTime() - start) / 1e6;
            }
            say("{\"part\":\"siting\",\"edges\":%d,\"candidates\":%d,\"settlements\":%d,\"sites\":%d,\"added\":%d,\"bound\":%d,"
                            + "\"gap\":%.4f,\"first_ms\":%.0f,\"ms\":%s,\"peak_mb\":%d}",
                    graph.edgeCount(), last.usable(), settlements, last.sites().size(), last.added(), last.bound(), last.gap(),
                    times[0], spread(Arrays.copyOfRange(times, 1, times.length)), peakMb());
        }
    }

    private static SitingQuestion siting(RoadGraph graph, int candidates, int settlements, double limitS) {
        Random random = new Random(13);
        Question base = question(graph, limitS, settlements, candidates / 10);
        List<Shelter> sites = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            int node = random.nextInt(graph.nodeCount());
            sites.add(new Shelter("z%06d".formatted(i), null, graph.nodeLon(node) - 0.0002,
                    graph.nodeLat(node) + 0.0004, 2000 + random.nextInt(3000), true));
        }
        return new SitingQuestion(base, sites, new boolean[candidates], 10, SitingQuestion.Aim.PERSONS);
    }

    // ---- the graph itself

    private void build(int edges) {
        makeRoads(edges);
        double[] seconds = new double[edges > 1_000_000 ? 3 : 5];
        double[] processor = new double[seconds.length];
        RoadNetwork kept = null;
        for (int round = 0; round < seconds.length; round++) {
            kept = null;
            usedAfterCollection();
            ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
            try (Network network = new Network(database, () -> null)) {
                double before = processorMs();
                long start = System.nanoTime();
                kept = network.current();
                seconds[round] = (System.nanoTime() - start) / 1e9;
                processor[round] = (processorMs() - before) / 1000;
            }
        }
        long peakMb = peakMb();
        long with = usedAfterCollection();
        int count = kept.graph().edgeCount();
        int nodes = kept.graph().nodeCount();
        double arrays = (double) kept.graph().bytes() / count;
        kept = null;
        double bytes = (double) (with - usedAfterCollection()) / count;
        say("{\"part\":\"build\",\"edges\":%d,\"nodes\":%d,\"seconds\":%.2f,\"processor_s\":%.2f,\"bytes_per_edge\":%.0f,"
                        + "\"arrays_per_edge\":%.0f,\"peak_mb\":%d}",
                count, nodes, median(seconds), median(processor), bytes, arrays, peakMb);
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    // ---- measuring

    private static double millis(LongSupplier work) {
        long start = System.nanoTime();
        long answer = work.getAsLong();
        double took = (System.nanoTime() - start) / 1e6;
        if (answer < 0) {
            throw new IllegalStateException("no answer");
        }
        return took;
    }

    /** Time that another process of this machine had the processor so far; NaN where the system does not say. */
    private static double processorMs(int process) {
        try {
            String stat = java.nio.file.Files.readString(java.nio.file.Path.of("/proc", "" + process, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
        } catch (java.io.IOException notLinuxOrNotHere) {
            return Double.NaN;
        }
    }

    /** Time that all threads of this process had the processor so far. */
    private static double processorMs() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "{\"median\":%.1f,\"p95\":%.1f}", median(values),
                sorted[(int) Math.ceil(0.95 * sorted.length) - 1]);
    }

    private static long peakMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** The process' own peak, heap and everything else; 0 where the system does not say. */
    private static long residentPeakMb() {
        try {
            return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (java.io.IOException notLinux) {
            return 0;
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
