// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import NitrogenAssessment
public import NitrogenCore
public import NitrogenReports
public import NitrogenWords
public import NumericMethods
public import TrendFitting

// The words of the domain are also the words of the command line.

extension AssessmentOptions.FailOn: ExpressibleByArgument {}
extension BreakSearch.Kind: ExpressibleByArgument {}
extension FitRequest.Errors: ExpressibleByArgument {}
extension FitRequest.Estimator: ExpressibleByArgument {}
extension FitRequest.Model: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Pollutant: ExpressibleByArgument {}
extension RobustRegression.WeightFunction: ExpressibleByArgument {}
extension Sector: ExpressibleByArgument {}
extension SectorPart: ExpressibleByArgument {}
extension SourceGrade: ExpressibleByArgument {}
extension StandardErrorConvention: ExpressibleByArgument {}
extension ProjectionModel: ExpressibleByArgument {}
