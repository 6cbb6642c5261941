<?xml version="1.0" encoding="UTF-8"?>
<imaer:FeatureCollectionCalculator xmlns:imaer="http://imaer.aerius.nl/2.2" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="NL.IMAER.Collection">
  <imaer:metadata><imaer:AeriusCalculatorMetadata><imaer:project><imaer:ProjectMetadata><imaer:year>2024</imaer:year></imaer:ProjectMetadata></imaer:project><imaer:version><imaer:VersionMetadata><imaer:aeriusVersion>2024.0.1_20241009_75e59949f9</imaer:aeriusVersion></imaer:VersionMetadata></imaer:version></imaer:AeriusCalculatorMetadata></imaer:metadata>
  <imaer:featureMember>
    <imaer:FarmLodgingEmissionSource sectorId="4110" gml:id="ES.1">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="ES.1.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>2231.7</imaer:value></imaer:Emission></imaer:emission>
      <imaer:farmLodging><imaer:StandardFarmLodging farmLodgingType="A1.100"><imaer:numberOfAnimals>3</imaer:numberOfAnimals><imaer:lodgingSystem><imaer:ReductiveLodgingSystem><imaer:lodgingSystemType>A4.3</imaer:lodgingSystemType></imaer:ReductiveLodgingSystem></imaer:lodgingSystem></imaer:StandardFarmLodging></imaer:farmLodging>
      <imaer:farmLodging><imaer:CustomFarmLodging><imaer:numberOfAnimals>908</imaer:numberOfAnimals><imaer:description>x</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>2.0</imaer:value></imaer:Emission></imaer:emissionFactor></imaer:CustomFarmLodging></imaer:farmLodging>
    </imaer:FarmLodgingEmissionSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmLodgingEmissionSource sectorId="4110" gml:id="ES.2">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="ES.2.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:farmLodging><imaer:CustomFarmLodging><imaer:numberOfAnimals>10</imaer:numberOfAnimals><imaer:description>x</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>2.0</imaer:value></imaer:Emission></imaer:emissionFactor></imaer:CustomFarmLodging></imaer:farmLodging>
    </imaer:FarmLodgingEmissionSource>
  </imaer:featureMember>
</imaer:FeatureCollectionCalculator>
