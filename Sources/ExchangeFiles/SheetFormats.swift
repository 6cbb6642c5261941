// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXlsx
import NitrogenAssessment
import NitrogenReports

/// The formats of the cells of a workbook.
struct SheetFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let header: Format?
  let text: Format?
  let wrapped: Format?
  let strong: Format?
  let withheld: Format?
  private let year: Format?
  private let integer: Format?
  private let numbers: [Format?]
  private let statuses: [String: Format?]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func make(_ set: (Format?) -> Void) -> Format? {
      let format = workbook_add_format(book)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      set(format)
      return format
    }
    header = make {
      format_set_bold($0)
      format_set_text_wrap($0)
      format_set_bg_color($0, 0x1F3A4D)
      format_set_font_color($0, 0xFFFFFF)
      format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color($0, 0x9AA5AD)
    }
    text = make { _ in }
    wrapped = make { format_set_text_wrap($0) }
    strong = make { format_set_bold($0) }
    withheld = make {
      format_set_italic($0)
      format_set_font_color($0, 0x5F5F5F)
    }
    year = make { format_set_num_format($0, "0") }
    integer = make { format_set_num_format($0, "#,##0") }
    numbers = (0...4).map { decimals in
      make {
        format_set_num_format(
          $0, decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals))
      }
    }
    statuses = Dictionary(
      Status.allCases.map { status in
        let style = StatusStyle.of(status)
        let colour = style.channels.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (
          status.rawValue,
          make {
            format_set_bg_color($0, colour)
            format_set_font_color($0, style.hasWhiteText ? 0xFFFFFF : 0x000000)
          }
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The format of the cells of a kind.
  func format(_ kind: DataTable.Kind) -> Format? {
    switch kind {
    case .text: text
    case .integer: integer
    case .year: year
    case .number(let decimals): numbers[min(max(0, decimals), numbers.count - 1)]
    }
  }

  /// The format of the word of a status, by its code.
  func status(_ code: String) -> Format? { statuses[code] ?? text }
}
