/// A charset that text may be written in, by the name that iconv knows.
struct Charset: Hashable, Sendable {
  /// iconv's name.
  let name: String

  static let utf8 = Charset(known: "UTF-8")
  /// What a text in Latin letters is read as where nothing tells more; ISO 8859-1 is a part of it.
  static let western = Charset(known: "CP1252")
  /// What Chinese is read as; GB 2312 and GBK are parts of it.
  static let chinese = Charset(known: "GB18030")

  private init(known name: String) { self.name = name }

  /// The charset of a label as headers and `meta` elements have it, in any case; nil where it is none that is read.
  ///
  /// A label that stands for a part of another charset is read as the whole, as browsers do (WHATWG Encoding
  /// Standard): much of what is called ISO-8859-1 has the quotation marks of Windows-1252.
  init?(label: String) {
    let key = String(
      label.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    guard key.utf8.count <= 20, let name = Self.names[key] else { return nil }
    self.name = name
  }

  /// How many bytes a unit has: what is passed over where bytes make no sense.
  var unit: Int { name.hasPrefix("UTF-16") ? 2 : name.hasPrefix("UTF-32") ? 4 : 1 }

  /// Whether characters beyond ASCII take two bytes or more, other than in Unicode's charsets.
  var isMultibyte: Bool { Self.multibyte.contains(name) }

  /// Whether it has Latin letters with marks where others have another alphabet.
  var isLatin: Bool { Self.latin.contains(name) }

  private static let multibyte: Set = [
    "GB18030", "BIG5-HKSCS", "EUC-TW", "CP932", "EUC-JP", "ISO-2022-JP", "CP949", "ISO-2022-KR",
  ]

  private static let latin: Set = [
    "CP1250", "CP1252", "CP1254", "CP1257", "CP1258", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-10",
    "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "MACINTOSH", "MAC-CENTRALEUROPE", "IBM852", "VISCII",
  ]

  /// Labels without signs and the charsets they are read as.
  private static let names: [String: String] = {
    var names = [
      "utf8": "UTF-8", "utf16": "UTF-16LE", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE", "ucs2": "UTF-16LE",
      "utf32": "UTF-32LE", "utf32le": "UTF-32LE", "utf32be": "UTF-32BE", "unicode": "UTF-16LE",
      "ascii": "CP1252", "usascii": "CP1252", "latin1": "CP1252", "iso88591": "CP1252", "ansi": "CP1252",
      "latin2": "ISO-8859-2", "latin5": "CP1254", "iso88599": "CP1254", "latin9": "ISO-8859-15",
      "iso88598i": "CP1255", "iso88598": "CP1255", "iso885911": "CP874", "tis620": "CP874", "windows874": "CP874",
      "koi8r": "KOI8-R", "koi8u": "KOI8-U", "ibm866": "CP866", "cp866": "CP866", "ibm855": "IBM855",
      "ibm852": "IBM852", "macintosh": "MACINTOSH", "macroman": "MACINTOSH", "maccyrillic": "MAC-CYRILLIC",
      "maccentraleurope": "MAC-CENTRALEUROPE", "viscii": "VISCII",
      "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "cp936": "GB18030", "windows936": "GB18030",
      "xgbk": "GB18030", "euccn": "GB18030", "hz": "GB18030",
      "big5": "BIG5-HKSCS", "big5hkscs": "BIG5-HKSCS", "cp950": "BIG5-HKSCS", "windows950": "BIG5-HKSCS",
      "euctw": "EUC-TW", "shiftjis": "CP932", "sjis": "CP932", "xsjis": "CP932", "windows31j": "CP932",
      "cp932": "CP932", "mskanji": "CP932", "eucjp": "EUC-JP", "xeucjp": "EUC-JP", "iso2022jp": "ISO-2022-JP",
      "euckr": "CP949", "uhc": "CP949", "cp949": "CP949", "ksc56011987": "CP949", "ksc5601": "CP949",
      "windows949": "CP949", "iso2022kr": "ISO-2022-KR",
    ]
    for number in 1250...1258 {
      for prefix in ["windows", "cp", "xcp"] { names[prefix + String(number)] = "CP\(number)" }
    }
    for part in [2, 3, 4, 5, 6, 7, 10, 13, 14, 15, 16] { names["iso8859\(part)"] = "ISO-8859-\(part)" }
    return names
  }()
}
