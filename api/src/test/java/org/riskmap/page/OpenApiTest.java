package org.riskmap.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of {@code /riskmap} names every address and method that a controller answers, and no other. */
class OpenApiTest {

    @Test
    void every_address_and_method_is_described() throws IOException {
        JsonNode document =
                JsonMapper.shared().readTree(OpenApiTest.class.getResourceAsStream("/org/riskmap/page/openapi.json"));
        Set<String> described = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));
        assertThat(described).isEqualTo(answered());
    }

    private static Set<String> answered() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<String> answered = new TreeSet<>();
        scanner.findCandidateComponents("org.riskmap").forEach(found -> {
            Class<?> controller = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            RequestMapping whole = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            String base = whole == null || whole.path().length == 0 ? "" : whole.path()[0];
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    String[] paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
                    Arrays.stream(paths)
                            .map(path -> (base + path).replaceAll(":[^}]*}", "}"))
                            .filter(path -> path.startsWith("/riskmap"))
                            .forEach(path ->
                                    Arrays.stream(mapping.method()).forEach(verb -> answered.add(verb + " " + path)));
                }
            }
        });
        return answered;
    }
}
