package org.riskmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.operation.PublicUrl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads a request of the feature API once, with the workspace and the layer that its address names. */
@Component
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
final class AskedResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CatalogSource catalog;
    private final FeatureReader reader;
    private final LayerBoxes boxes;
    private final PublicUrl publicUrl;

    AskedResolver(CatalogSource catalog, FeatureReader reader, LayerBoxes boxes, PublicUrl publicUrl) {
        this.catalog = catalog;
        this.reader = reader;
        this.boxes = boxes;
        this.publicUrl = publicUrl;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (servlet == null || response == null) {
            throw new IllegalStateException("the feature API answers servlet requests only");
        }
        if (container != null) {
            container.setRequestHandled(true); // handlers write the answer themselves
        }
        String workspace = pathVariable(servlet, "workspace");
        String layer = pathVariable(servlet, "layer");
        String scope = (workspace == null ? "" : "/" + ApiRequest.encoded(workspace))
                + (layer == null ? "" : "/" + ApiRequest.encoded(layer));
        ApiRequest request = ApiRequest.of(servlet, publicUrl.base(servlet), scope);
        Collections collections = new Collections(catalog.current(), workspace, layer);
        Descriptions descriptions = new Descriptions(request, collections, boxes, reader);
        return new Asked(request, collections, descriptions, servlet, response);
    }

    private static @Nullable String pathVariable(HttpServletRequest servlet, String name) {
        Object variables = servlet.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get(name) instanceof String value ? value : null;
    }
}
