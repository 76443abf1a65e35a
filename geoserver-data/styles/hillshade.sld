<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>hillshade</Name>
    <UserStyle>
      <Title>地形晕渲<Localized lang="en">Hillshade</Localized></Title>
      <FeatureTypeStyle>
        <Rule>
          <Name>relief</Name>
          <Title>地形晕渲<Localized lang="en">Hillshade</Localized></Title>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#7d8f86" quantity="0" opacity="0" label="无数据"/>
              <ColorMapEntry color="#7d8f86" quantity="1" label="背阴坡"/>
              <ColorMapEntry color="#b7c4b4" quantity="110"/>
              <ColorMapEntry color="#e6ebdc" quantity="180" label="平地"/>
              <ColorMapEntry color="#f4f5ea" quantity="220"/>
              <ColorMapEntry color="#ffffff" quantity="255" label="向阳坡"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
