<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://example.org/app">
  <wfs:member>
    <app:natura2000 gml:id="n.1">
      <app:nr>57</app:nr>
      <app:geom><gml:Polygon gml:id="g.1" srsName="EPSG:4326"><gml:exterior><gml:LinearRing><gml:posList>52.155174 5.387206 52.155174 5.397206 52.165174 5.397206 52.165174 5.387206 52.155174 5.387206</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:geom>
    </app:natura2000>
  </wfs:member>
</wfs:FeatureCollection>
