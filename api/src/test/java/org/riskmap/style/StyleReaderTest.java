package org.riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

class StyleReaderTest {

    private static StyleDocument read(String rule) {
        return readAll("""
                <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
                 xmlns:xlink="http://www.w3.org/1999/xlink"><NamedLayer><Name>n</Name><UserStyle><FeatureTypeStyle>
                <Rule>%s</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>""".formatted(rule), List.of(Path.of("/styles")));
    }

    private static StyleDocument readAll(String document, List<Path> folders) {
        return StyleReader.read(
                "test.sld", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), folders);
    }

    private static Rule rule(StyleDocument document) {
        return document.styles()
                .findFirst()
                .orElseThrow()
                .featureTypeStyles()
                .get(0)
                .rules()
                .get(0);
    }

    private static Object constant(Object expression) {
        return ((Literal) expression).getValue();
    }

    @Test
    void titles_have_translations() {
        Rule rule = rule(read("""
                <Title>水库<Localized lang="en">Reservoir</Localized><Localized lang="pt-BR">Represa</Localized></Title>
                <LineSymbolizer><Stroke/></LineSymbolizer>"""));

        assertThat(rule.title(null)).isEqualTo("水库");
        assertThat(rule.title("en")).isEqualTo("Reservoir");
        assertThat(rule.title("en-GB")).isEqualTo("Reservoir");
        assertThat(rule.title("pt_br")).isEqualTo("Represa");
        assertThat(rule.title("fr")).isEqualTo("水库");
    }

    @Test
    void every_title_of_our_own_styles_is_there_in_english() throws IOException {
        try (var styles = Files.list(Path.of("../geoserver-data/styles"))) {
            for (Path file :
                    styles.filter(path -> path.toString().endsWith(".sld")).toList()) {
                StyleDocument document;
                try (var text = Files.newInputStream(file)) {
                    document = StyleReader.read(
                            file.toString(), text, List.of(file.toAbsolutePath().getParent()));
                }
                assertThat(document.styles()
                                .flatMap(style -> style.featureTypeStyles().stream())
                                .flatMap(part -> part.rules().stream())
                                .filter(rule -> rule.title() != null
                                        && rule.titles().in("en").isEmpty()))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void what_is_not_written_has_the_standards_default() {
        LineSymbolizer line = (LineSymbolizer) rule(read("<LineSymbolizer><Stroke/></LineSymbolizer>"))
                .symbolizers()
                .get(0);

        assertThat(constant(line.stroke().color())).isEqualTo("#000000");
        assertThat(constant(line.stroke().width())).isEqualTo(1.0);
        assertThat(line.stroke().dashes()).isEmpty();
        assertThat(line.uom()).isEqualTo(Uom.PIXEL);
    }

    @Test
    void se_11_says_the_same_in_other_words() {
        StyleDocument document = readAll("""
                <StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se">
                <NamedLayer><se:Name>n</se:Name><UserStyle><se:FeatureTypeStyle><se:Rule>
                <se:Description><se:Title>标题</se:Title></se:Description>
                <se:LineSymbolizer uom="http://www.opengeospatial.org/se/units/metre"><se:Stroke>
                <se:SvgParameter name="stroke-width">12</se:SvgParameter></se:Stroke></se:LineSymbolizer>
                </se:Rule></se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>""", List.of(Path.of("/styles")));

        assertThat(document.problems()).isEmpty();
        assertThat(rule(document).title()).isEqualTo("标题");
        assertThat(rule(document).symbolizers().get(0).uom()).isEqualTo(Uom.METRE);
    }

    @Test
    void a_label_is_put_together_from_text_and_properties() {
        TextSymbolizer text = (TextSymbolizer) rule(read("""
                <TextSymbolizer><Label>
                  <ogc:PropertyName>name</ogc:PropertyName> (<ogc:PropertyName>beds</ogc:PropertyName><![CDATA[ 人]]>)
                </Label></TextSymbolizer>""")).symbolizers().get(0);
        Feature hut = new Feature("a", new GeometryFactory().createPoint(), Map.of("name", "茅屋", "beds", 4));

        assertThat(Filters.value(text.label()).apply(hut)).hasToString("茅屋 (4 人)");
    }

    @Test
    void scales_hold_from_the_least_up_to_below_the_greatest() {
        ScaleRange scales = rule(read("<MinScaleDenominator>1000</MinScaleDenominator>"
                        + "<MaxScaleDenominator>5e4</MaxScaleDenominator><LineSymbolizer/>"))
                .scales();

        assertThat(scales.contains(999)).isFalse();
        assertThat(scales.contains(1000)).isTrue();
        assertThat(scales.contains(49_999)).isTrue();
        assertThat(scales.contains(50_000)).isFalse();
    }

    @Test
    void dashes_are_numbers_between_blanks_or_commas() {
        LineSymbolizer line = (LineSymbolizer) rule(read("<LineSymbolizer><Stroke>"
                        + "<CssParameter name='stroke-dasharray'>8 4, 2.5</CssParameter></Stroke></LineSymbolizer>"))
                .symbolizers()
                .get(0);

        assertThat(line.stroke().dashes()).extracting(StyleReaderTest::constant).containsExactly(8.0, 4.0, 2.5);
    }

    @Test
    void what_is_not_known_is_told_with_its_line() {
        StyleDocument document = read("<LineSymbolizer><Stroke><CssParameter name='stroke-glow'>1</CssParameter>"
                + "</Stroke></LineSymbolizer>\n<Sparkle/>\n<SpiralSymbolizer/>");

        assertThat(document.problems())
                .extracting(StyleProblem::line, StyleProblem::element)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "CssParameter"),
                        org.assertj.core.groups.Tuple.tuple(4, "Sparkle"),
                        org.assertj.core.groups.Tuple.tuple(5, "SpiralSymbolizer"));
        assertThat(rule(document).symbolizers()).hasSize(1);
    }

    @Test
    void pictures_are_found_beside_the_style_and_never_fetched(@TempDir Path folder) throws IOException {
        Path styles = Files.createDirectories(folder.resolve("styles"));
        Path hut = Files.writeString(
                Files.createDirectories(styles.resolve("icons")).resolve("hut.svg"), "<svg/>");
        Files.writeString(folder.resolve("secret.svg"), "<svg/>");
        List<Path> folders = List.of(styles);

        assertThat(PictureFile.of("icons/hut.svg", folders).map(PictureFile::file))
                .contains(hut);
        assertThat(PictureFile.of("file:icons/hut.svg?fill=%23ff0000", folders).map(PictureFile::parameters))
                .contains(Map.of("fill", "#ff0000"));
        assertThat(PictureFile.of("http://example.org/hut.svg", folders)).isEmpty();
        assertThat(PictureFile.of("../secret.svg", folders)).isEmpty();
        assertThat(PictureFile.of("icons/..%2F..%2Fsecret.svg", folders)).isEmpty();
        assertThat(PictureFile.of("/etc/passwd", folders)).isEmpty();
    }

    @Test
    void a_picture_that_is_not_there_is_told_and_not_drawn() {
        String picture = "<PointSymbolizer><Graphic><ExternalGraphic>"
                + "<OnlineResource xlink:href='%s'/><Format>image/png</Format></ExternalGraphic></Graphic></PointSymbolizer>";

        for (String address : List.of("http://example.org/hut.png", "nowhere.png", "../hut.png")) {
            StyleDocument document = read(picture.formatted(address));
            PointSymbolizer point =
                    (PointSymbolizer) rule(document).symbolizers().get(0);

            assertThat(document.problems()).extracting(StyleProblem::element).containsExactly("ExternalGraphic");
            assertThat(point.graphic().symbols()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_understood_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("<MinScaleDenominator>a lot</MinScaleDenominator>"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("a lot");
        assertThatThrownBy(() -> readAll("<html/>", List.of())).hasMessageContaining("<html>");
        assertThatThrownBy(() -> readAll("<!DOCTYPE a><StyledLayerDescriptor/>", List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> readAll("<a>".repeat(5000), List.of())).hasMessageContaining("nested");
    }
}
