<?xml version="1.0" encoding="UTF-8"?>
<imaer:FeatureCollectionCalculator xmlns:imaer="http://imaer.aerius.nl/6.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="NL.IMAER.Collection">
  <imaer:metadata><imaer:AeriusCalculatorMetadata><imaer:project><imaer:ProjectMetadata><imaer:year>2025</imaer:year></imaer:ProjectMetadata></imaer:project><imaer:version><imaer:VersionMetadata><imaer:aeriusVersion>2024.0.1_20241009_75e59949f9</imaer:aeriusVersion></imaer:VersionMetadata></imaer:version></imaer:AeriusCalculatorMetadata></imaer:metadata>
  <imaer:featureMember></imaer:featureMember>
</imaer:FeatureCollectionCalculator>
