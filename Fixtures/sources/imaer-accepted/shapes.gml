<?xml version="1.0" encoding="UTF-8"?>
<imaer:FeatureCollectionCalculator xmlns:imaer="http://imaer.aerius.nl/6.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="NL.IMAER.Collection">
  <imaer:metadata><imaer:AeriusCalculatorMetadata><imaer:project><imaer:ProjectMetadata><imaer:year>2024</imaer:year></imaer:ProjectMetadata></imaer:project><imaer:version><imaer:VersionMetadata><imaer:aeriusVersion>2024.0.1_20241009_75e59949f9</imaer:aeriusVersion></imaer:VersionMetadata></imaer:version></imaer:AeriusCalculatorMetadata></imaer:metadata>
  <imaer:featureMember>
    <imaer:EmissionSource sectorId="4110" gml:id="ES.1">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="ES.1.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>10.5</imaer:value></imaer:Emission></imaer:emission>
      <imaer:emission><imaer:Emission substance="NOX"><imaer:value>4.165E-4</imaer:value></imaer:Emission></imaer:emission>
      <imaer:emission><imaer:Emission substance="PM10"><imaer:value>3</imaer:value></imaer:Emission></imaer:emission>
      <imaer:emission><imaer:Emission substance="NO2"><imaer:value>0.1</imaer:value></imaer:Emission></imaer:emission>
    </imaer:EmissionSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:SRM2Road sectorId="3111" gml:id="ES.2">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Curve><gml:LineString srsName="EPSG:28992" gml:id="L"><gml:posList>185000 450000 185100 450000 185100 450300</gml:posList></gml:LineString></imaer:GM_Curve></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NOX"><imaer:value>30</imaer:value></imaer:Emission></imaer:emission>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>2</imaer:value></imaer:Emission></imaer:emission>
    </imaer:SRM2Road>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmlandEmissionSource sectorId="4140" gml:id="ES.3">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Surface><gml:Polygon srsName="EPSG:28992" gml:id="S"><gml:exterior><gml:LinearRing><gml:posList>185000 450000 185100 450000 185100 450100 185000 450100 185000 450000</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>185040 450040 185040 450060 185060 450060 185060 450040 185040 450040</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></imaer:GM_Surface></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>50</imaer:value></imaer:Emission></imaer:emission>
    </imaer:FarmlandEmissionSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:ManureStorageEmissionSource sectorId="4120" gml:id="ES.4">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Surface><gml:MultiSurface srsName="http://www.opengis.net/def/crs/EPSG/0/28992"><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>185000 450000 185100 450000 185100 450100 185000 450100 185000 450000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>185040 450040 185040 450060 185060 450060 185060 450040 185040 450040</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></imaer:GM_Surface></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>7</imaer:value></imaer:Emission></imaer:emission>
    </imaer:ManureStorageEmissionSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:InlandShippingEmissionSource sectorId="7620" gml:id="ES.5">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Curve><gml:Curve srsName="urn:ogc:def:crs:EPSG:9.9:28992"><gml:segments><gml:LineStringSegment><gml:pos>185000 450000</gml:pos><gml:pos>185010 450000</gml:pos></gml:LineStringSegment></gml:segments></gml:Curve></imaer:GM_Curve></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NOX"><imaer:value>1</imaer:value></imaer:Emission></imaer:emission>
    </imaer:InlandShippingEmissionSource>
  </imaer:featureMember>
</imaer:FeatureCollectionCalculator>
