package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * All labels of a map, placed when everything else is drawn: greater priority first, then the later before the earlier, as
 * GeoServer does; a label that finds no room is left out.
 */
final class LabelBoard {

    private static final int MOST_LABELS = 200_000;

    private final List<Label> waiting = new ArrayList<>();
    private final Map<String, List<Label>> grouped = new LinkedHashMap<>();
    private final Quadtree taken = new Quadtree();
    private final Map<String, List<Envelope>> written = new HashMap<>();
    private final LabelGutter gutter;

    /** Where labels may lie that are being placed. */
    private Envelope picture;

    private boolean acrossBorders;
    private int count;

    /** @param gutter how far the picture goes beyond what is shown, pixels */
    LabelBoard(int width, int height, int gutter) {
        this.gutter = new LabelGutter(width, height, gutter);
        this.picture = this.gutter.shown();
    }

    /** Takes a label; beyond {@value #MOST_LABELS} they could not be seen and are dropped. */
    void add(Label unnumbered, int layer) {
        if (count++ >= MOST_LABELS) {
            return;
        }
        Label label = unnumbered.numbered(count);
        if (label.options().group()) {
            grouped.computeIfAbsent(layer + "/" + label.text(), key -> new ArrayList<>())
                    .add(label);
        } else {
            waiting.add(label);
        }
    }

    void draw(Graphics2D canvas, Deadline deadline) {
        List<Label> ordered = new ArrayList<>(waiting);
        grouped.values().forEach(labels -> ordered.add(merged(labels)));
        ordered.sort(Comparator.comparingInt(Label::number));
        Collections.reverse(ordered);
        ordered.sort(Comparator.comparingDouble(Label::priority).reversed());
        int placed = 0;
        for (Label label : acrossBorders(ordered, canvas)) {
            if (placed++ % 64 == 0) {
                deadline.check();
            }
            place(label, canvas);
        }
    }

    /** Places those that cross a border of what is shown, before all others; gives the others. */
    private List<Label> acrossBorders(List<Label> ordered, Graphics2D canvas) {
        if (gutter.none()) {
            return ordered;
        }
        acrossBorders = true;
        picture = gutter.whole();
        Set<Label> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        ordered.stream()
                .filter(LabelGutter::mayCross)
                .sorted(LabelGutter.ALIKE_IN_NEIGHBOURS)
                .filter(label -> LabelPlacer.of(label, this, canvas).place(canvas))
                .forEach(placed::add);
        acrossBorders = false;
        picture = gutter.shown();
        return ordered.stream().filter(label -> !placed.contains(label)).toList();
    }

    /** Whether a label that finds no room may move; across a border it must not, since a neighbour has other room for it. */
    boolean mayMove() {
        return !acrossBorders;
    }

    /** In smaller letters where it finds no room and may shrink, a pixel at a time as GeoServer does. */
    private void place(Label label, Graphics2D canvas) {
        boolean placed = LabelPlacer.of(label, this, canvas).place(canvas);
        double least = label.options().shrinkSizeMin();
        for (float size = label.font().getSize2D() - 1; !placed && least > 0 && size >= least; size--) {
            placed = LabelPlacer.of(label.inSize(size), this, canvas).place(canvas);
        }
    }

    private static Label merged(List<Label> labels) {
        Label first = labels.get(0);
        if (labels.size() == 1) {
            return first;
        }
        List<Geometry> places = labels.stream().map(Label::place).toList();
        double most = labels.stream().mapToDouble(Label::priority).max().orElse(first.priority());
        Geometry all = first.place().getFactory().buildGeometry(places);
        return new Label(
                first.text(),
                first.font(),
                first.fill(),
                first.halo(),
                first.haloRadius(),
                all,
                first.anchor(),
                first.options(),
                most,
                first.shield(),
                first.feature(),
                first.number());
    }

    Envelope picture() {
        return picture;
    }

    /** Whether a label may cover a box: inside the picture, and clear of those that were placed. */
    boolean free(Rectangle2D box, LabelOptions options) {
        Envelope wanted = envelope(box);
        if (acrossBorders && !gutter.crosses(wanted) || !options.partials() && !picture.contains(wanted)) {
            return false;
        }
        if (!options.conflictResolution()) {
            return true;
        }
        wanted.expandBy(options.spaceAround());
        if (wanted.isNull()) {
            return true;
        }
        for (Object other : taken.query(wanted)) {
            if (wanted.intersects((Envelope) other)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a label keeps its distance from others of its words. */
    boolean farFromTwins(Rectangle2D box, Label label) {
        double distance = label.options().minGroupDistance();
        if (distance <= 0) {
            return true;
        }
        Envelope wanted = envelope(box);
        return written.getOrDefault(label.text(), List.of()).stream()
                .noneMatch(other -> other.distance(wanted) < distance);
    }

    /** Keeps a label's box from later labels. */
    void take(Rectangle2D box, Label label) {
        if (label.options().conflictResolution()) {
            obstacle(box);
        }
        if (label.options().minGroupDistance() > 0) {
            written.computeIfAbsent(label.text(), words -> new ArrayList<>()).add(envelope(box));
        }
    }

    /** Keeps all labels from a box. */
    void obstacle(Rectangle2D box) {
        Envelope envelope = envelope(box);
        taken.insert(envelope, envelope);
    }

    static Rectangle2D moved(Rectangle2D box, AffineTransform place) {
        return place.createTransformedShape(box).getBounds2D();
    }

    private static Envelope envelope(Rectangle2D box) {
        return new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
    }
}
