<!-- a remark -->
<ns1:FeatureCollectionCalculator xmlns:ns1="http://imaer.aerius.nl/6.0" xmlns:g="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" g:id="NL.IMAER.Collection">
  <ns1:metadata><ns1:AeriusCalculatorMetadata><ns1:project><ns1:ProjectMetadata><ns1:year>2024</ns1:year></ns1:ProjectMetadata></ns1:project><ns1:version><ns1:VersionMetadata><ns1:aeriusVersion>2024.0.1_20241009_75e59949f9</ns1:aeriusVersion></ns1:VersionMetadata></ns1:version></ns1:AeriusCalculatorMetadata></ns1:metadata>
  <ns1:featureMember>
    <ns1:EmissionSource sectorId="4110" g:id="ES.1">
      <ns1:geometry><ns1:EmissionSourceGeometry><ns1:GM_Point><g:Point srsName="urn:ogc:def:crs:EPSG::28992" g:id="ES.1.P"><g:pos>185000 450000</g:pos></g:Point></ns1:GM_Point></ns1:EmissionSourceGeometry></ns1:geometry>
      <ns1:emission><ns1:Emission substance="NH3"><ns1:value>100.0</ns1:value></ns1:Emission></ns1:emission>
    </ns1:EmissionSource>
  </ns1:featureMember>
</ns1:FeatureCollectionCalculator>
