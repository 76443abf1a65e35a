<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer><Name>park</Name><UserStyle><Title>公园</Title><FeatureTypeStyle>
    <Rule>
      <Title>大公园<Localized lang="en">Large park</Localized></Title>
      <ogc:Filter><ogc:PropertyIsGreaterThan><ogc:PropertyName>trees</ogc:PropertyName><ogc:Literal>100</ogc:Literal></ogc:PropertyIsGreaterThan></ogc:Filter>
      <PolygonSymbolizer>
        <Fill><GraphicFill><Graphic><Mark><WellKnownName>shape://slash</WellKnownName><Stroke><CssParameter name="stroke">#2d6a4f</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></Mark><Size>10</Size></Graphic></GraphicFill></Fill>
        <Stroke><CssParameter name="stroke">#2d6a4f</CssParameter><CssParameter name="stroke-width">2</CssParameter></Stroke>
      </PolygonSymbolizer>
    </Rule>
    <Rule>
      <Title>其他</Title>
      <ElseFilter/>
      <PolygonSymbolizer>
        <Fill><CssParameter name="fill">#95d5b2</CssParameter><CssParameter name="fill-opacity">0.6</CssParameter></Fill>
        <Stroke><CssParameter name="stroke">#40916c</CssParameter><CssParameter name="stroke-dasharray">6 3</CssParameter></Stroke>
      </PolygonSymbolizer>
    </Rule>
  </FeatureTypeStyle><FeatureTypeStyle>
    <Rule>
      <TextSymbolizer>
        <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
        <Font><CssParameter name="font-family">Noto Sans CJK SC</CssParameter><CssParameter name="font-size">13</CssParameter></Font>
        <LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint></PointPlacement></LabelPlacement>
        <Halo><Radius>2</Radius><Fill><CssParameter name="fill">#ffffff</CssParameter></Fill></Halo>
        <Fill><CssParameter name="fill">#1b4332</CssParameter></Fill>
        <VendorOption name="autoWrap">60</VendorOption>
      </TextSymbolizer>
      <VendorOption name="inclusion">mapOnly</VendorOption>
    </Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
