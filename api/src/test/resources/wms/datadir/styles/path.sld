<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer><Name>path</Name><UserStyle>
    <FeatureTypeStyle><Rule><LineSymbolizer><Stroke><CssParameter name="stroke">#555555</CssParameter><CssParameter name="stroke-width">7</CssParameter><CssParameter name="stroke-linecap">round</CssParameter><CssParameter name="stroke-linejoin">round</CssParameter></Stroke></LineSymbolizer></Rule></FeatureTypeStyle>
    <FeatureTypeStyle><Rule><LineSymbolizer><Stroke><CssParameter name="stroke">#ffd166</CssParameter><CssParameter name="stroke-width">4</CssParameter><CssParameter name="stroke-linecap">round</CssParameter><CssParameter name="stroke-linejoin">round</CssParameter></Stroke></LineSymbolizer></Rule></FeatureTypeStyle>
  </UserStyle></NamedLayer>
</StyledLayerDescriptor>
