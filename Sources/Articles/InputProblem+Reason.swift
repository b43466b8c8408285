extension InputProblem.Kind {
  /// What it is in a word or two that stays the same: for counts and for reports that programs read.
  public var reason: String {
    switch self {
    case .missing: "missing"
    case .unreadable: "unreadable"
    case .empty: "empty"
    case .folderWithoutArticles: "folder without articles"
    case .folderTwice: "folder twice"
    case .fileTwice: "file twice"
    case .leftOut: "left out"
    case .binary: "binary"
    case .foreign: "other format"
    case .textTooLong: "text too long"
    case .lineTooLong: "line too long"
    case .invalidUTF8: "invalid UTF-8"
    case .brokenJSON: "broken JSON"
    case .spreadJSON: "spread JSON"
    case .notAnObject: "no object"
    case .missingKey: "missing key"
    case .wrongValue: "wrong value"
    case .dateNotUnderstood: "date not understood"
    case .duplicateID: "id twice"
    }
  }
}
