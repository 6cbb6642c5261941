<?xml version="1.0" encoding="UTF-7"?>
<imaer:FeatureCollectionCalculator xmlns:imaer="http://imaer.aerius.nl/6.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xl—nk="http://www.w3.org/1999/xlink" gml:id="NL.IMAER.Collection">
  <imaer:metadata><imaer:AeriusCalculatorMetadata><imaer:project><imaer:ProjectMetadata><imaer:year>2024</imaer:year></imaer:ProjectMetadata></imaer:project><imaer:version><imaer:VersionMetadata><imaer:aeriusVersion>2024.0.1_20241009_75e59949f9</imaer:aeriusVersion></imaer:VersionMetadata></imaer:version></imaer:AeriusCalculatorMetadata></imaer:metadata>
  <imaer:featureMember>
    <imaer:EmissionSource sectorId="4110" gml:id="ES.1">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPG::28992" gml:id="ES.1.P"><gml:pos>185000 </imaer:EmissionSource>
  </imaer:featureMember>
</imaer:FeatureCollectionCalculator>
