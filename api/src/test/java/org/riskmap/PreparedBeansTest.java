package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

class PreparedBeansTest {

    /** The build evaluates conditions: one on a setting that a start may change would be fixed in the jar. */
    @Test
    void no_bean_depends_on_a_setting_but_the_publisher() throws IOException {
        SimpleMetadataReaderFactory reading = new SimpleMetadataReaderFactory();
        Set<String> settings = new TreeSet<>();
        for (Resource type :
                new PathMatchingResourcePatternResolver().getResources("classpath*:org/riskmap/**/*.class")) {
            AnnotationMetadata found = reading.getMetadataReader(type).getAnnotationMetadata();
            Stream.concat(Stream.of(found), found.getAnnotatedMethods(ConditionalOnProperty.class.getName()).stream())
                    .map(AnnotatedTypeMetadata::getAnnotations)
                    .flatMap(PreparedBeansTest::settings)
                    .forEach(settings::add);
        }

        assertThat(settings).containsExactly("riskmap.publisher");
    }

    private static Stream<String> settings(MergedAnnotations annotations) {
        return annotations.stream(ConditionalOnProperty.class).flatMap(PreparedBeansTest::named);
    }

    private static Stream<String> named(MergedAnnotation<ConditionalOnProperty> condition) {
        return Stream.of("name", "value")
                .flatMap(member -> Arrays.stream(condition.getStringArray(member)))
                .map(name -> condition.getString("prefix") + name);
    }
}
