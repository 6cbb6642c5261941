// SPDX-License-Identifier: GPL-3.0-or-later

import CXML
import NitrogenCore

/// The state of reading one IMAER document: what libxml2 tells goes in, sources come out.
///
/// Subtrees that hold nothing of interest are passed over by counting their depth alone.
struct IMAERReading {
  /// How deep elements may be nested; IMAER itself goes to about a dozen.
  static let deepest = 64
  /// How many different names a document may have, as libxml2 looks them up ever more slowly; IMAER
  /// has some hundreds.
  static let mostNames = 10_000
  /// How many bytes the coordinates of one geometry element may take.
  static let longestCoordinates = 1 << 24
  /// How many bytes any other text may take.
  static let longestText = 1 << 10

  let file: String
  let options: SourceOptions
  var intake: SourceIntake
  var log: DiagnosticLog
  /// The parser; `nil` before and after.
  var parser: xmlParserCtxtPtr?
  var names: IMAERNames
  var failure: (any Error)?
  /// Whether an error has ended the reading before the end of the file.
  var isStopped = false
  /// Whether the root has been opened, and closed.
  var hasRoot = false
  var isClosed = false

  var contexts: [IMAERContext] = [.document]
  private var skipped = 0
  private var elements = 0
  var text: [UInt8] = []
  var isRingExterior = true
  var substance = IMAERSubstance.none
  var animals = IMAERAnimals()
  var source = IMAERSource()
  var geometry = IMAERGeometry()
  var year: Int?
  var version: String?
  var sectors: CodedSectors
  var identifiers = IMAERIdentifiers()
  var summary = IMAERSummary()
  var warnings = IMAERWarnings()

  init(
    file: String, options: SourceOptions, reference: ReferenceData, intake: SourceIntake,
    log: DiagnosticLog
  ) {
    self.file = file
    self.options = options
    self.intake = intake
    self.log = log
    self.names = IMAERNames(nil)
    self.sectors = CodedSectors(
      classification: "aerius", reference: reference, boundary: options.boundary)
    self.year = options.year
  }

  /// Where the parser is.
  var place: Place {
    guard let input = parser?.pointee.input else { return Place(file: file) }
    return Place(file: file, line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// Notes an error that ends the reading.
  mutating func stop(_ place: Place, _ message: String) {
    if !isStopped { log.error(place, message) }
    isStopped = true
    xmlStopParser(parser)
  }

  // MARK: What the parser tells

  /// An element begins.
  mutating func start(
    _ localName: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
    _ attributes: IMAERAttributes
  ) {
    elements += 1
    if elements & 1023 == 0, xmlDictSize(parser?.pointee.dict) > Self.mostNames {
      stop(
        place,
        "the file has more than \(Self.mostNames) different names of elements and attributes; that "
          + "is no IMAER, check the file")
    }
    guard skipped == 0 else {
      skipped += 1
      if skipped + contexts.count > Self.deepest { stopAtDepth() }
      return
    }
    guard contexts.count < Self.deepest else { return stopAtDepth() }
    let name = names[localName]
    switch contexts[contexts.count - 1] {
    case .document: startCollection(localName, name, namespace)
    case .collection:
      if name == .featureMember || name == .featureMembers {
        contexts.append(.member)
      } else if name == .metadata {
        contexts.append(.metadata)
      } else {
        skipped = 1
      }
    case .metadata:
      if name == .aeriusVersion {
        collect(.aeriusVersion)
      } else {
        contexts.append(name == .projectMetadata ? .project : .metadata)
      }
    case .project: if name == .year { collect(.year) } else { skipped = 1 }
    case .member: startFeature(localName, attributes)
    case .source: startOfSource(name)
    case .geometry, .ring: startOfGeometry(name, attributes)
    case .emission: startSubstance(name, attributes, then: .emissionOfSubstance)
    case .factor: startSubstance(name, attributes, then: .factorOfSubstance)
    case .emissionOfSubstance, .factorOfSubstance:
      if name == .value { collect(.value) } else { skipped = 1 }
    case .housing:
      animals = IMAERAnimals()
      animals.isCustom = name == .customLodging || name == .customHousing
      contexts.append(.animals)
    case .animals: startOfAnimals(name)
    case .text: skipped = 1
    }
  }

  /// Text, perhaps a piece of it.
  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, case .text(let name) = contexts[contexts.count - 1] else { return }
    let limit = name == .pos || name == .posList ? Self.longestCoordinates : Self.longestText
    guard text.count + bytes.count <= limit else {
      stop(place, "the text of '\(name.rawValue)' is longer than \(limit) bytes; mend or split it")
      return
    }
    text.append(contentsOf: bytes)
  }

  /// An element ends.
  mutating func end() {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    let context = contexts.removeLast()
    switch context {
    case .collection: isClosed = true
    case .source: finishSource()
    case .ring: finishRing()
    case .animals: source.add(animals)
    case .text(let name):
      finish(name)
      text.removeAll(keepingCapacity: true)
    default: break
    }
  }

  // MARK: Beginnings

  private mutating func stopAtDepth() {
    stop(
      place, "elements are nested more than \(Self.deepest) deep; that is no IMAER, check the file")
  }

  private mutating func collect(_ name: IMAERName) { contexts.append(.text(name)) }

  private mutating func startCollection(
    _ localName: UnsafePointer<xmlChar>?, _ name: IMAERName?, _ namespace: UnsafePointer<xmlChar>?
  ) {
    hasRoot = true
    let uri = namespace.map { String(cString: $0) } ?? ""
    guard name == .collection, let version = IMAERVersion(namespace: uri) else {
      let found = localName.map { String(cString: $0) } ?? ""
      stop(
        place,
        "expected 'FeatureCollectionCalculator' of AERIUS IMAER as the first element, found "
          + "'\(found)'\(uri.isEmpty ? " without a namespace" : " of '\(uri)'")")
      return
    }
    guard version >= .first else {
      stop(
        place,
        "IMAER \(version) is too old; expected \(IMAERVersion.first) to \(IMAERVersion.last): open "
          + "it in AERIUS Calculator and export it again")
      return
    }
    if version > .last {
      log.warning(
        place, "IMAER \(version) is newer than \(IMAERVersion.last) and is read as if it were that")
    }
    contexts.append(.collection)
  }

  private mutating func startFeature(
    _ localName: UnsafePointer<xmlChar>?, _ attributes: IMAERAttributes
  ) {
    guard let localName else { return skipped = 1 }
    let name = UnsafeBufferPointer(start: localName, count: Int(xmlStrlen(localName)))
    let sector = attributes.value(of: .sectorId, names)
    guard sector != nil || Self.isSource(name) else {
      summary.countOther(name)
      return skipped = 1
    }
    summary.sources += 1
    source.clear()
    geometry.clear()
    let place = place
    source.line = place.line ?? 0
    source.column = place.column ?? 0
    if let id = attributes.value(of: .id, names) { source.id.append(contentsOf: id) }
    source.sector = sector.flatMap(Self.number)
    contexts.append(.source)
    checkStart(sector)
  }

  private mutating func startOfSource(_ name: IMAERName?) {
    switch name {
    case .geometry: contexts.append(.geometry)
    case .emission: contexts.append(.emission)
    case .farmLodging, .animalHousing:
      source.isHousing = true
      contexts.append(.housing)
    default: skipped = 1
    }
  }

  private mutating func startOfGeometry(_ name: IMAERName?, _ attributes: IMAERAttributes) {
    if attributes.count > 0 { checkSystem(attributes) }
    switch name {
    case .pos, .posList: return collect(.posList)
    case .coordinates:
      break_("has gml:coordinates, which IMAER does not use; expected gml:pos or gml:posList")
      skipped = 1
      return
    case .exterior, .interior:
      isRingExterior = name == .exterior
      geometry.points.removeAll(keepingCapacity: true)
      contexts.append(.ring)
      return
    case .point: geometry.kind = .point
    case .lineString, .lineStringSegment: geometry.kind = .line
    case .polygon, .polygonPatch: geometry.startPolygon()
    default: break
    }
    contexts.append(.geometry)
  }

  private mutating func startSubstance(
    _ name: IMAERName?, _ attributes: IMAERAttributes, then context: IMAERContext
  ) {
    guard name == .emissionOfSubstance else { return skipped = 1 }
    substance = IMAERSubstance(attributes.value(of: .substance, names), summary: &summary)
    contexts.append(context)
  }

  private mutating func startOfAnimals(_ name: IMAERName?) {
    switch name {
    case .numberOfAnimals, .numberOfDays, .emissionFactorType: if let name { collect(name) }
    case .emissionFactor: contexts.append(.factor)
    case .lodgingSystem, .additionalSystem, .fodderMeasure:
      animals.isInvolved = true
      skipped = 1
    default: skipped = 1
    }
  }
}
