import Vocabulary

extension NetworkPainter {
  /// Title and subtitle above the picture, legend and footer below.
  mutating func paintCaption() {
    let heading = DotHTML.table(headingRows + [.space])
    let footer = DotHTML.table([.space, .row(legend)] + footerRows)
    guard layout == .dot else {
      // The other layouts have one label for the whole graph; what stands below is a node that packing puts last.
      document.graph["label"] = .html(heading)
      document.graph["labelloc"] = .plain("t")
      document.outside.append(
        .node(
          names.unique("legend"),
          [
            "id": .plain(ids.unique("legend")), "class": .plain("legend"), "shape": .plain("plain"),
            "label": .html(footer), "sortv": .plain("2"), "fontsize": .plain("14"), "tooltip": .text("Legend"),
          ]))
      return
    }
    document.frame = [
      "label": .html(heading), "labelloc": .plain("t"), "labeljust": .plain("l"), "peripheries": .plain("0"),
      "margin": .plain("0"), "id": .plain(ids.unique("picture")), "tooltip": .text(DotText.clean(options.title)),
    ]
    document.graph["label"] = .html(footer)
    document.graph["labelloc"] = .plain("b")
    document.graph["fontsize"] = .plain("14")
  }

  /// A picture that says that there is nothing to see.
  mutating func paintNothing() {
    let message = DotHTML.row(.font(18, theme.subtleInk, "Nothing matched. Try fewer filters or a longer period."))
    let label = DotHTML.table(headingRows + [.space, message, .space] + footerRows)
    document.outside.append(
      .node(
        names.unique("nothing"),
        ["shape": .plain("plain"), "label": .html(label), "tooltip": .text("Nothing matched")]))
  }

  private var headingRows: [DotHTML] {
    let title = DotText.wrapped(DotText.clean(options.title), width: headingWidth, lines: 3)
    let subtitle = [DotText.clean(options.subtitle), note ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    let rows =
      title.map { DotHTML.row(.font(26, theme.ink, "<b>\($0)</b>")) }
      + DotText.wrapped(subtitle, width: headingWidth * 3 / 2, lines: 4).map {
        DotHTML.row(.font(16, theme.subtleInk, "\($0)"))
      }
    return rows.isEmpty ? ["<tr><td></td></tr>"] : rows
  }

  /// How many columns a line of the title may have: small pictures have short lines.
  private var headingWidth: Int {
    switch network.links.count {
    case ...3: 32
    case ...12: 44
    default: 64
    }
  }

  private var footerRows: [DotHTML] {
    DotText.wrapped(DotText.clean(options.footer), width: headingWidth * 3 / 2, lines: 3).map {
      .row(.font(12, theme.subtleInk, "\($0)"))
    }
  }

  /// Three lists side by side, each with only what occurs: relations, how real they are, and kinds of actors.
  private var legend: DotHTML {
    let quads = QuadClass.allCases.filter { quad in network.links.contains { $0.quad == quad } }
    let unreal = Realis.allCases.filter { realis in
      realis != .actual && network.links.contains { $0.realis == realis }
    }
    let kinds = ActorKind.allCases.filter { kind in network.nodes.contains { $0.actor.kind == kind } }
    var columns = [(title: "Relations", entries: quads.map { entry(sample(of: $0), $0.rawValue, theme.color(of: $0)) })]
    if !unreal.isEmpty {
      columns.append(
        ("Not, or not yet", unreal.map { entry(unrealSample, $0 == .negated ? "✗ negated" : $0.rawValue, theme.ink) }))
    }
    columns.append(("Actors", kinds.map { entry(symbol(of: $0), $0.rawValue, theme.ink) }))
    let gap: DotHTML = "<td width=\"22\"></td>"
    var rows: [DotHTML] = []
    let titles = columns.map { column -> DotHTML in
      "<td colspan=\"2\" align=\"left\">\(.font(14, theme.subtleInk, "<b>\(column.title)</b>"))</td>\(gap)"
    }
    rows.append("<tr>\(DotHTML(joining: titles))</tr>")
    for index in 0..<(columns.map(\.entries.count).max() ?? 0) {
      let cells = columns.map { column -> DotHTML in
        let cell = index < column.entries.count ? column.entries[index] : "<td></td><td></td>"
        return "\(cell)\(gap)"
      }
      rows.append("<tr>\(DotHTML(joining: cells))</tr>")
    }
    return .table(rows, padding: 2)
  }

  private func entry(_ sample: DotHTML, _ name: String, _ color: String) -> DotHTML {
    "<td width=\"40\" height=\"21\" align=\"left\">\(sample)</td><td align=\"left\">\(.font(14, color, "\(name)"))</td>"
  }

  private func sample(of quad: QuadClass) -> DotHTML {
    bar(
      sides: quad.isCooperation ? "TB" : "B", width: quad.isCooperation ? 1 : 2,
      style: quad.isVerbal ? "dashed" : "solid", color: theme.color(of: quad))
  }

  private var unrealSample: DotHTML { bar(sides: "B", width: 2, style: "dotted", color: theme.unrealLine) }

  /// A line as the border of a cell: HTML-like labels have no other.
  private func bar(sides: String, width: Int, style: String, color: String) -> DotHTML {
    let look: DotHTML = "border=\"\(width)\" sides=\"\(sides)\" style=\"\(style)\" color=\"\(color)\""
    return .table(["<tr><td \(look) width=\"36\" height=\"4\" fixedsize=\"true\"></td></tr>"], padding: 0)
  }

  private func symbol(of kind: ActorKind) -> DotHTML { .font(17, theme.style(of: kind).outline, "\(kind.symbol)") }
}

extension DotHTML {
  /// A table without lines.
  static func table(_ rows: [DotHTML], padding: Int = 3) -> DotHTML {
    let look: DotHTML = "border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"\(padding)\""
    return "<table \(look)>\(DotHTML(joining: rows))</table>"
  }

  /// A row of one cell, to the left.
  static func row(_ content: DotHTML) -> DotHTML { "<tr><td align=\"left\">\(content)</td></tr>" }

  /// An empty row.
  static let space: DotHTML = "<tr><td height=\"10\"></td></tr>"

  /// Text of a size in points and a colour.
  static func font(_ size: Int, _ color: String, _ content: DotHTML) -> DotHTML {
    "<font point-size=\"\(size)\" color=\"\(color)\">\(content)</font>"
  }
}
