package org.riskmap.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * Layers that are drawn together.
 *
 * @param workspace null where it belongs to none
 * @param name without the workspace; a request can use it unless the mode is {@code CONTAINER}
 * @param description what people read
 * @param mode how it stands in the layer tree
 * @param members drawn first to last; of an earth observation group what its tree shows
 * @param preview what is drawn of an earth observation group; null in other groups
 * @param lonLatBox degrees, longitude first; null where the directory does not say
 * @param queryable whether it may be asked what lies at a point
 * @param advertised whether capabilities list it
 */
public record LayerGroup(
        @Nullable String workspace,
        String name,
        Description description,
        Mode mode,
        List<Member> members,
        @Nullable Member preview,
        @Nullable Envelope lonLatBox,
        boolean queryable,
        boolean advertised)
        implements PublishedLayer {

    public LayerGroup {
        members = List.copyOf(members);
    }

    /** GeoServer's modes of a group. */
    public enum Mode {
        /** One layer that hides its members' tree; members are listed on their own too. */
        SINGLE,
        /** One layer; its members are not listed anywhere else. */
        OPAQUE_CONTAINER,
        /** A named layer with its members below it in the tree. */
        NAMED,
        /** A branch without a name: cannot be asked for itself. */
        CONTAINER,
        /** Earth observation: a named tree with a preview layer. */
        EO
    }

    /**
     * @param layer a layer or a group
     * @param style null means the layer's default
     */
    public record Member(PublishedLayer layer, @Nullable NamedStyle style) {}

    /** What is drawn: members with groups replaced by their own, first to last. */
    public Stream<Member> flat() {
        Stream<Member> drawn = preview == null ? members.stream() : Stream.of(preview);
        return drawn.flatMap(member -> member.layer() instanceof LayerGroup group ? group.flat() : Stream.of(member));
    }
}
