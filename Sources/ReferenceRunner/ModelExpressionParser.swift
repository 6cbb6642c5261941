// SPDX-License-Identifier: GPL-3.0-or-later

/// A formula that cannot be read. Positions count characters from 1.
public struct ModelExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found and what was expected.
  public let description: String
}

extension ModelExpression {
  /// Reads a formula.
  ///
  /// - Parameters:
  ///   - text: the formula, for example `b1*(1-exp(-b2*x))`.
  ///   - columns: the names of the columns.
  ///   - parameterCount: how many parameters there are: `b1` to this.
  /// - Throws: ``ModelExpressionError`` that says at which character.
  public init(
    _ text: String, columns: [String], parameterCount: Int
  ) throws(ModelExpressionError) {
    var parser = Parser(text, columns: columns, parameterCount: parameterCount)
    try parser.sum()
    try parser.end()
    self.steps = parser.steps
    self.columns = columns
    self.parameterCount = parameterCount
  }
}

/// Recursive descent: a sum of products of signed powers of atoms.
private struct Parser {
  private let characters: [Character]
  private let columns: [String]
  private let parameterCount: Int
  private var position = 0
  private(set) var steps: [ModelExpression.Step] = []

  init(_ text: String, columns: [String], parameterCount: Int) {
    characters = Array(text)
    self.columns = columns
    self.parameterCount = parameterCount
  }

  private mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// Passes `text` if it stands here.
  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    let wanted = Array(text)
    guard characters.dropFirst(position).starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private func failure(_ expected: String) -> ModelExpressionError {
    let found =
      position < characters.count ? "'\(characters[position])'" : "the end"
    return ModelExpressionError(
      description: "character \(position + 1) of '\(String(characters))': expected \(expected), "
        + "found \(found)")
  }

  mutating func end() throws(ModelExpressionError) {
    skipBlanks()
    guard position == characters.count else { throw failure("an operator or the end") }
  }

  mutating func sum() throws(ModelExpressionError) {
    try product()
    while true {
      if take("+") {
        try product()
        steps.append(.add)
      } else if take("-") {
        try product()
        steps.append(.subtract)
      } else {
        return
      }
    }
  }

  private mutating func product() throws(ModelExpressionError) {
    try signed()
    while true {
      if take("*") {
        try signed()
        steps.append(.multiply)
      } else if take("/") {
        try signed()
        steps.append(.divide)
      } else {
        return
      }
    }
  }

  private mutating func signed() throws(ModelExpressionError) {
    if take("-") {
      try signed()
      steps.append(.negate)
    } else if take("+") {
      try signed()
    } else {
      try power()
    }
  }

  private mutating func power() throws(ModelExpressionError) {
    try atom()
    guard take("**") else { return }
    try signed()
    steps.append(.power)
  }

  private mutating func atom() throws(ModelExpressionError) {
    if take("(") {
      try sum()
      guard take(")") else { throw failure("')'") }
      return
    }
    guard position < characters.count else { throw failure("a number, name or '('") }
    let first = characters[position]
    if first.isASCII, first.isNumber || first == "." {
      try number()
    } else if first.isASCII, first.isLetter || first == "_" {
      try name()
    } else {
      throw failure("a number, name or '('")
    }
  }

  private mutating func number() throws(ModelExpressionError) {
    let start = position
    func isDigit(_ index: Int) -> Bool {
      index < characters.count && characters[index].isASCII && characters[index].isNumber
    }
    while isDigit(position) || (position < characters.count && characters[position] == ".") {
      position += 1
    }
    if position < characters.count, "eE".contains(characters[position]) {
      var next = position + 1
      if next < characters.count, "+-".contains(characters[next]) { next += 1 }
      if isDigit(next) {
        while isDigit(next) { next += 1 }
        position = next
      }
    }
    guard let value = Double(String(characters[start..<position])) else {
      position = start
      throw failure("a number")
    }
    steps.append(.number(value))
  }

  private mutating func name() throws(ModelExpressionError) {
    let start = position
    while position < characters.count, characters[position].isASCII,
      characters[position].isLetter || characters[position].isNumber || characters[position] == "_"
    {
      position += 1
    }
    let name = String(characters[start..<position])
    if let function = ModelExpression.Function(rawValue: name), take("(") {
      try sum()
      guard take(")") else { throw failure("')'") }
      steps.append(.function(function))
    } else if let column = columns.firstIndex(of: name) {
      steps.append(.column(column))
    } else if name.first == "b", let number = Int(name.dropFirst()),
      (1...max(parameterCount, 1)).contains(number), parameterCount > 0
    {
      steps.append(.parameter(number - 1))
    } else if name == "pi" {
      steps.append(.pi)
    } else {
      position = start
      throw failure("a column, a parameter, pi or a function instead of '\(name)'")
    }
  }
}
