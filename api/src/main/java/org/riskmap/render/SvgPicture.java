package org.riskmap.render;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.PictureFile;

/** Draws SVG files. Nothing that a file refers to is read, neither files nor addresses. */
final class SvgPicture {

    private static final long LONGEST_BYTES = 5_000_000;
    private static final int BORDER_PIXELS = 1;

    /** {@code param(fill)} or {@code param(fill) #ff0000}, of SVG Parameters 1.0. */
    private static final Pattern PARAMETER = Pattern.compile("param\\(([^)]+)\\)([ \\t]+[^\"';}]*)?");

    /** Declarations may pull in other files; pictures need none. */
    private static final Pattern DECLARATION = Pattern.compile("<!DOCTYPE[^>\\[]*(\\[[^\\]]*\\])?[^>]*>");

    private SvgPicture() {}

    /**
     * @param height wanted, pixels; 0 for the file's own
     * @return null where it is no SVG that can be drawn
     */
    static @Nullable BufferedImage draw(PictureFile picture, int height) throws IOException {
        if (Files.size(picture.file()) > LONGEST_BYTES) {
            throw new IOException("it is longer than " + LONGEST_BYTES + " bytes");
        }
        String text = filled(Files.readString(picture.file(), StandardCharsets.UTF_8), picture);
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .build();
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(
                                DECLARATION.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8)),
                        null,
                        context);
        return document == null ? null : draw(document, height);
    }

    private static String filled(String text, PictureFile picture) {
        return PARAMETER.matcher(text).replaceAll(use -> {
            String given = picture.parameters().get(use.group(1).strip());
            String absent = use.group(2) == null ? "" : use.group(2).strip();
            return Matcher.quoteReplacement(given == null ? absent : given);
        });
    }

    private static BufferedImage draw(SVGDocument document, int height) {
        FloatSize own = document.size();
        double scale = height == 0 ? 1 : height / Math.max(1e-6, own.getHeight());
        int width = (int) Math.max(1, Math.min(10_000, own.getWidth() * scale));
        int high = (int) Math.max(1, Math.min(10_000, own.getHeight() * scale));
        BufferedImage image =
                new BufferedImage(width + 2 * BORDER_PIXELS, high + 2 * BORDER_PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.translate(BORDER_PIXELS, BORDER_PIXELS);
        document.render((Component) null, canvas, new ViewBox(width, high));
        canvas.dispose();
        return image;
    }
}
