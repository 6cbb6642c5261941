// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import NitrogenAssessment
public import NitrogenCore

// The words of the domain are also the words of the command line.

extension AssessmentOptions.FailOn: ExpressibleByArgument {}
extension Pollutant: ExpressibleByArgument {}
extension Sector: ExpressibleByArgument {}
extension SectorPart: ExpressibleByArgument {}
