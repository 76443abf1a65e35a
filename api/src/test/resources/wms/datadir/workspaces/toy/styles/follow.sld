<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer><Name>follow</Name><UserStyle><FeatureTypeStyle><Rule>
    <LineSymbolizer><Stroke><CssParameter name="stroke">#bbbbbb</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke></LineSymbolizer>
    <LineSymbolizer><Stroke><CssParameter name="stroke">#e63946</CssParameter></Stroke><PerpendicularOffset>6</PerpendicularOffset></LineSymbolizer>
    <TextSymbolizer>
      <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
      <Font><CssParameter name="font-family">Noto Sans CJK SC</CssParameter><CssParameter name="font-size">12</CssParameter></Font>
      <LabelPlacement><LinePlacement/></LabelPlacement>
      <Halo><Radius>2</Radius></Halo>
      <Fill><CssParameter name="fill">#222222</CssParameter></Fill>
      <VendorOption name="followLine">true</VendorOption>
      <VendorOption name="maxAngleDelta">40</VendorOption>
      <VendorOption name="maxDisplacement">60</VendorOption>
      <VendorOption name="group">yes</VendorOption>
    </TextSymbolizer>
  </Rule></FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
