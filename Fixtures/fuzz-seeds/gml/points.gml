<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://example.org/app">
  <wfs:member>
    <app:source gml:id="s.1">
      <app:id>1</app:id><app:sector>agriculture.housing</app:sector><app:pollutant>NH3</app:pollutant><app:year>2022</app:year>
      <app:emission_kg_per_yr>5.5</app:emission_kg_per_yr><app:vintage>made</app:vintage>
      <app:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::28992"><gml:pos>178000 482000</gml:pos></gml:Point></app:geom>
    </app:source>
  </wfs:member>
  <wfs:member>
    <app:source gml:id="s.2">
      <app:id>2</app:id><app:sector>mobility</app:sector><app:pollutant>NOx</app:pollutant><app:year>2022</app:year>
      <app:emission_kg_per_yr>7</app:emission_kg_per_yr><app:vintage>made</app:vintage>
      <app:geom><gml:LineString srsName="urn:ogc:def:crs:EPSG::28992"><gml:posList>178000 482000 178100 482000</gml:posList></gml:LineString></app:geom>
    </app:source>
  </wfs:member>
</wfs:FeatureCollection>
