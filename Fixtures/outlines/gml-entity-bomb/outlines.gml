<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment before it -->
<!DOCTYPE lolz [
<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">
<!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
<!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">
]>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://example.org/app">
  <wfs:member>
    <app:natura2000 gml:id="n.1">
      <app:nr>57</app:nr><app:naam>&i;</app:naam>
      <app:geom><gml:Polygon gml:id="g.1" srsName="urn:ogc:def:crs:EPSG::28992"><gml:exterior><gml:LinearRing><gml:posList>178000 482000 178100 482000 178100 482100 178000 482100 178000 482000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:geom>
    </app:natura2000>
  </wfs:member>
</wfs:FeatureCollection>
