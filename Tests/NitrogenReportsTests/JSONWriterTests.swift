// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import NitrogenReports

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("plain", #""plain""#), ("say \"no\"", #""say \"no\"""#), ("a\\b", #""a\\b""#),
    ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
    ("Fryslân – 中", "\"Fryslân – 中\""), ("\u{7F}/", "\"\u{7F}/\""), ("", "\"\""),
  ])
  func textIsEscapedAsTheStandardSays(text: String, json: String) {
    #expect(JSONValue.string(text).text == json)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1 / 3.0, "0.3333333333333333"), (113_982_710, "113982710.0"), (-0.0, "0.0"),
    (1e21, "1e+21"), (5e-324, "5e-324"), (-12.5, "-12.5"),
  ])
  func numbersHaveTheFewestDigitsThatReadBack(number: Double, json: String) {
    #expect(JSONValue.number(number).text == json)
    #expect(Double(json) == number)
  }

  @Test(arguments: [0, 7, -7, Int.max, Int.min])
  func wholeNumbersHaveNoPoint(number: Int) {
    #expect(JSONValue.integer(number).text == String(number))
  }

  @Test func membersKeepTheirOrder() {
    let value = JSONValue.object([("b", .null), ("a", .bool(true)), ("c", .array([]))])
    #expect(value.text == #"{"b": null, "a": true, "c": []}"#)
  }

  @Test func whatFitsStaysOnOneLine() {
    // 100 columns: {"a": "…"} takes 9 of them beside the text, one is left for a comma.
    let fits = JSONValue.object([("a", .string(String(repeating: "x", count: 90)))])
    #expect(fits.text == "{\"a\": \"\(String(repeating: "x", count: 90))\"}")
    let long = JSONValue.object([
      ("a", .string(String(repeating: "x", count: 91))), ("b", .array([.integer(1)])),
      ("c", .object([])),
    ])
    #expect(
      long.text == """
        {
          "a": "\(String(repeating: "x", count: 91))",
          "b": [1],
          "c": {}
        }
        """)
  }

  @Test func whatIsInsideALongLineIsLaidOutByItself() {
    let word = JSONValue.string(String(repeating: "y", count: 60))
    let value = JSONValue.array([.array([word, word]), .object([("k", .array([.null]))])])
    let text = String(repeating: "y", count: 60)
    #expect(
      value.text == """
        [
          [
            "\(text)",
            "\(text)"
          ],
          {"k": [null]}
        ]
        """)
  }

  @Test func linesHaveTwoSpacesALevel() {
    var json = JSONWriter()
    json.beginObject()
    json.key("list")
    json.beginArray()
    json.value(1)
    json.beginObject()
    json.endObject()
    json.endArray()
    json.member("empty", [String]())
    json.endObject()
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "list": [
            1,
            {}
          ],
          "empty": []
        }
        """)
  }

  @Test func aLineStaysWholeHoweverLong() {
    var json = JSONWriter()
    json.beginArray()
    for _ in 0..<2 {
      json.beginObject(.line)
      json.member("long", String(repeating: "x", count: 120))
      json.member("list", ["a", "b"])
      json.endObject()
    }
    json.beginArray(.fitting)
    json.value(String(repeating: "y", count: 120))
    json.endArray()
    json.endArray()
    let x = String(repeating: "x", count: 120)
    let y = String(repeating: "y", count: 120)
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        [
          {"long": "\(x)", "list": ["a", "b"]},
          {"long": "\(x)", "list": ["a", "b"]},
          [
            "\(y)"
          ]
        ]
        """)
  }
}
