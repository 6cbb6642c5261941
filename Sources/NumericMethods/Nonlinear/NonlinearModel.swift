// SPDX-License-Identifier: GPL-3.0-or-later

/// A model f(θ) of n values with p parameters, for ``NonlinearLeastSquares``.
public struct NonlinearModel: Sendable {
  /// Writes the n model values at the parameters θ into an array that already has n elements.
  public typealias Values = @Sendable (_ parameters: [Double], _ values: inout [Double]) -> Void

  /// Writes the n × p derivatives at the parameters θ into an array that already has n p elements,
  /// column after column: ∂fᵢ/∂θⱼ stands at index j n + i.
  public typealias Jacobian = @Sendable (_ parameters: [Double], _ columns: inout [Double]) -> Void

  /// Writes the n differences f(θ) − y into an array that already has n elements.
  public typealias Residuals =
    @Sendable (
      _ parameters: [Double], _ response: [Double], _ residuals: inout [Double]
    ) -> Void

  /// The number of model values (n).
  public let pointCount: Int

  /// The number of parameters (p).
  public let parameterCount: Int

  /// The model values.
  let values: Values

  /// The derivatives, `nil` where they are taken by central differences.
  let jacobian: Jacobian?

  /// The differences to the response, `nil` where they are taken between the model values and it.
  let residuals: Residuals?

  /// Makes a model.
  ///
  /// No function may change the length of the array it fills. A value that is not finite says
  /// that the model does not exist at θ; a step there is taken back.
  ///
  /// - Parameters:
  ///   - pointCount: how many values the model has, above 0.
  ///   - parameterCount: how many parameters it has, above 0.
  ///   - jacobian: the exact derivatives; without them central differences are taken, which cost
  ///     2 p evaluations each and leave fewer correct digits.
  ///   - residuals: f(θ) − y, for a model that can take the difference with more digits than a
  ///     `Double` has; of use only where it fits the data nearly to the last digit.
  ///   - values: the model values.
  public init(
    pointCount: Int, parameterCount: Int, jacobian: Jacobian? = nil, residuals: Residuals? = nil,
    values: @escaping Values
  ) {
    precondition(pointCount > 0, "a model has at least one value")
    precondition(parameterCount > 0, "a model has at least one parameter")
    self.pointCount = pointCount
    self.parameterCount = parameterCount
    self.values = values
    self.jacobian = jacobian
    self.residuals = residuals
  }
}
