<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer><Name>post</Name><UserStyle><FeatureTypeStyle>
    <Rule>
      <Name>near</Name><Title>近看</Title>
      <MaxScaleDenominator>500000</MaxScaleDenominator>
      <PointSymbolizer><Graphic><Mark><WellKnownName>triangle</WellKnownName><Fill><CssParameter name="fill">#d00000</CssParameter></Fill><Stroke><CssParameter name="stroke">#370617</CssParameter></Stroke></Mark><Size>18</Size><Rotation><ogc:PropertyName>bearing</ogc:PropertyName></Rotation></Graphic></PointSymbolizer>
      <TextSymbolizer>
        <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
        <Font><CssParameter name="font-family">Noto Sans CJK SC</CssParameter><CssParameter name="font-size">12</CssParameter></Font>
        <LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint><Displacement><DisplacementX>10</DisplacementX><DisplacementY>0</DisplacementY></Displacement></PointPlacement></LabelPlacement>
        <Priority><ogc:PropertyName>height_m</ogc:PropertyName></Priority>
      </TextSymbolizer>
    </Rule>
    <Rule>
      <Name>far</Name><Title>远看</Title>
      <MinScaleDenominator>500000</MinScaleDenominator>
      <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name="fill">#d00000</CssParameter></Fill></Mark><Size>6</Size></Graphic></PointSymbolizer>
    </Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
