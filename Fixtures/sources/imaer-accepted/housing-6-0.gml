<?xml version="1.0" encoding="UTF-8"?>
<imaer:FeatureCollectionCalculator xmlns:imaer="http://imaer.aerius.nl/6.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="NL.IMAER.Collection">
  <imaer:metadata><imaer:AeriusCalculatorMetadata><imaer:project><imaer:ProjectMetadata><imaer:year>2024</imaer:year></imaer:ProjectMetadata></imaer:project><imaer:version><imaer:VersionMetadata><imaer:aeriusVersion>2024.0.1_20241009_75e59949f9</imaer:aeriusVersion></imaer:VersionMetadata></imaer:version></imaer:AeriusCalculatorMetadata></imaer:metadata>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="stated">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="a.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>960</imaer:value></imaer:Emission></imaer:emission>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>120</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>8.0</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="computed">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="b.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>100</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>8.0</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>10</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>0.5</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="per-day">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="c.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>1000</imaer:numberOfAnimals><imaer:numberOfDays>200</imaer:numberOfDays><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>0.003</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_DAY</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="standard">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="d.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>259.2</imaer:value></imaer:Emission></imaer:emission>
      <imaer:animalHousing><imaer:StandardFarmAnimalHousing animalHousingType="HA1.100" animalType="HA1"><imaer:numberOfAnimals>3</imaer:numberOfAnimals><imaer:additionalSystem><imaer:CustomAdditionalHousingSystem><imaer:description>wasser</imaer:description><imaer:airScrubber>true</imaer:airScrubber><imaer:emissionReductionFactor><imaer:Emission substance="NH3"><imaer:value>0.4</imaer:value></imaer:Emission></imaer:emissionReductionFactor></imaer:CustomAdditionalHousingSystem></imaer:additionalSystem></imaer:StandardFarmAnimalHousing></imaer:animalHousing>
      <imaer:animalHousing><imaer:StandardFarmAnimalHousing animalHousingType="HA1.100" animalType="HA1"><imaer:numberOfAnimals>100</imaer:numberOfAnimals></imaer:StandardFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="standard-unknown">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="e.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:animalHousing><imaer:StandardFarmAnimalHousing animalHousingType="HA1.100" animalType="HA1"><imaer:numberOfAnimals>100</imaer:numberOfAnimals></imaer:StandardFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="reduced">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="f.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>100</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>8.0</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType><imaer:additionalSystem><imaer:CustomAdditionalHousingSystem><imaer:description>wasser</imaer:description><imaer:airScrubber>true</imaer:airScrubber><imaer:emissionReductionFactor><imaer:Emission substance="NH3"><imaer:value>0.4</imaer:value></imaer:Emission></imaer:emissionReductionFactor></imaer:CustomAdditionalHousingSystem></imaer:additionalSystem></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="days-missing">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="g.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>1000</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>0.003</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_DAY</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="other-factor">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="h.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>5</imaer:value></imaer:Emission></imaer:emission>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>1000</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>0.003</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_TONNES_PER_APPLICATION</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="differs">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="i.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>1000</imaer:value></imaer:Emission></imaer:emission>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>100</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>8.0</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="rounded">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="j.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>800</imaer:value></imaer:Emission></imaer:emission>
      <imaer:animalHousing><imaer:CustomFarmAnimalHousing animalType="HD3"><imaer:numberOfAnimals>100</imaer:numberOfAnimals><imaer:description>eigen</imaer:description><imaer:emissionFactor><imaer:Emission substance="NH3"><imaer:value>8.004</imaer:value></imaer:Emission></imaer:emissionFactor><imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType></imaer:CustomFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
  <imaer:featureMember>
    <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="zero">
      <imaer:geometry><imaer:EmissionSourceGeometry><imaer:GM_Point><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="k.P"><gml:pos>185000 450000</gml:pos></gml:Point></imaer:GM_Point></imaer:EmissionSourceGeometry></imaer:geometry>
      <imaer:emission><imaer:Emission substance="NH3"><imaer:value>0.0</imaer:value></imaer:Emission></imaer:emission>
      <imaer:animalHousing><imaer:StandardFarmAnimalHousing animalHousingType="HA1.100" animalType="HA1"><imaer:numberOfAnimals>120</imaer:numberOfAnimals></imaer:StandardFarmAnimalHousing></imaer:animalHousing>
    </imaer:FarmAnimalHousingSource>
  </imaer:featureMember>
</imaer:FeatureCollectionCalculator>
