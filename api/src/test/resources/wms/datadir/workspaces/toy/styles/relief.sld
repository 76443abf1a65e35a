<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer><Name>relief</Name><UserStyle><FeatureTypeStyle><Rule><RasterSymbolizer><Opacity>0.8</Opacity><ColorMap type="intervals">
    <ColorMapEntry color="#d9ed92" quantity="1000" label="&lt; 1000 m"/>
    <ColorMapEntry color="#76c893" quantity="2000" label="1000-2000 m"/>
    <ColorMapEntry color="#1a759f" quantity="9000" label="&gt; 2000 m"/>
  </ColorMap></RasterSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
