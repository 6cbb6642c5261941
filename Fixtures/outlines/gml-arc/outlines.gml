<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://example.org/app">
  <wfs:member>
    <app:natura2000 gml:id="n.1">
      <app:nr>57</app:nr>
      <app:geom><gml:Polygon gml:id="g.1" srsName="urn:ogc:def:crs:EPSG::28992"><gml:exterior><gml:Ring><gml:curveMember><gml:Curve gml:id="c"><gml:segments><gml:Arc><gml:posList>178000 482000 178100 482100 178200 482000</gml:posList></gml:Arc><gml:LineStringSegment><gml:posList>178200 482000 178000 482000</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon></app:geom>
    </app:natura2000>
  </wfs:member>
</wfs:FeatureCollection>
