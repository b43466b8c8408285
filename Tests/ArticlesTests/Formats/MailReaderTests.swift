import Testing

@testable import Articles

/// Mails and pages saved as mails.
@Suite struct MailReaderTests {
  static let header = """
    From: "The Harbour Post" <news@example.org>
    To: reader@example.net
    Subject: Talks end
    Date: Mon, 30 Jan 2023 08:00:00 +0900
    Message-ID: <1@example.org>
    MIME-Version: 1.0

    """

  static let ids = "1@example.org | Talks end | 2023-01-30 | - | The Harbour Post | - | "

  @Test(arguments: [
    // Plain text, with and without codings.
    ("\nTalks ended on Monday.\n\nNothing was signed.\n", "Talks ended on Monday. ¶ Nothing was signed."),
    (
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=E9 was =\nclosed. 1 =3D 1, =zz\n",
      "The café was closed. 1 = 1, =zz"
    ),
    (
      "Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: BASE64\n\nVGFsa3MgZW5k\nZWQgb24gTW9uZGF5Lg==\n",
      "Talks ended on Monday."
    ),
    (
      "Content-Type: text/plain; format=flowed\n\nTalks ended \non Monday.\n\n From here.\n-- \nThe desk",
      "Talks ended on Monday. ¶ From here.\n--\nThe desk"
    ),
    ("Content-Type: text/html\n\n<p>Talks ended.</p><p>No deal.</p>", "Talks ended. ¶ No deal."),
    // The plain version of two; the other where the plain one is a stub.
    (
      "Content-Type: multipart/alternative; boundary=\"b=1\"\n\nNo MIME.\n--b=1\nContent-Type: text/plain\n\nTalks ended on Monday.\n--b=1\nContent-Type: text/html\n\n<p>Talks ended on Monday.</p>\n--b=1--\nIgnored.\n",
      "Talks ended on Monday."
    ),
    (
      "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nSee the web.\n--b\nContent-Type: text/html\n\n<p>Talks ended on Monday, and nothing was signed by anybody.</p>\n--b--\n",
      "Talks ended on Monday, and nothing was signed by anybody."
    ),
    // Attachments and pictures are not read; parts inside parts are.
    (
      "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n<p>Talks ended.</p>\n--r\nContent-Type: image/png\nContent-ID: <x>\n\nAAAA\n--r--\n--m\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=\"notes.txt\"\n\nSecret.\n--m\nContent-Type: text/plain\n\nThe list's footer.\n--m--\n",
      "Talks ended. ¶ The list's footer."
    ),
    // Cut short.
    ("Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\nTalks ended", "Talks ended"),
    (
      "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: message/rfc822\n\nSubject: Inner\nContent-Type: text/plain\n\nTalks ended.\n--m--",
      "Talks ended."
    ),
  ])
  func reads(_ rest: String, _ body: String) throws {
    for end in ["\n", "\r\n"] {
      let mail = (Self.header + rest).replacing("\n", with: end)
      #expect(try outline(mail) == [Self.ids + body], "\(end.debugDescription)")
    }
  }

  @Test(arguments: [
    ("=?utf-8?B?VGFsa3M=?= =?UTF-8?q?_end_=C3=A9?=", "Talks end é"),
    ("=?iso-8859-1?Q?Caf=E9?= talks =?x?", "Café talks =?x?"),
    // A letter that is cut in two by two words.
    ("=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?=", "Café"),
    ("=?utf-8*en?Q?Talks?=", "Talks"), ("=?utf-8?Z?Talks?=", "=?utf-8?Z?Talks?="), ("plain  words", "plain  words"),
    ("=?", "=?"), ("=?utf-8?Q?open", "=?utf-8?Q?open"),
  ])
  func decodesWords(_ text: String, _ expected: String) { #expect(EncodedWords.decoded(text) == expected) }

  @Test func namesAndDates() throws {
    let forwarded =
      "From: Jane Doe <jane@example.org>\nSubject: Fwd: Re: Talks\n end\nX-Mailer: x\nDate: sometime\n\nWords.\n"
    let items = try outline(forwarded, details: true)
    #expect(
      items.first == "-: the date 'sometime' is not understood, the article is kept without it; write it as 2023-01-30")
    #expect(items.last?.hasSuffix(" | Talks end | - | - | - | - | Words.") == true && items.count == 2)
    let mailbox = "From jane@example.org Mon Jan 30 2023\n" + Self.header + "\nWords.\n"
    #expect(try outline(mailbox) == [Self.ids + "Words."])
    #expect(try outline(Self.header + "\n \n") == ["-: a mail without an article; there is nothing to read"])
  }

  @Test func tellsAttachments() throws {
    let mail =
      Self.header
      + "Content-Type: multipart/mixed; boundary=m\n\n--m\n\nWords.\n--m\nContent-Type: application/pdf;\n name=\"=?utf-8?Q?a=C3=A9.pdf?=\"\n\nAAAA\n--m--\n"
    #expect(
      try outline(mail, details: true) == ["-: attachments are not read: aé.pdf; save them apart", Self.ids + "Words."])
  }

  @Test func readsSavedPages() throws {
    let page = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://example.org/talks
      Subject: Talks end
      Date: Tue, 7 Mar 2023 10:00:00 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----x"

      ------x
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://example.org/talks

      <html><body><p>Talks</p><p>They ended =E2=80=93 late.</p></body></html>
      ------x
      Content-Type: text/css
      Content-Location: https://example.org/a.css

      p { color: red }
      ------x--
      """
    let items = try outline(page, details: true)
    #expect(
      items.count == 1
        && items.first?.hasPrefix("(https://example.org/talks) | Talks end | - | https://example.org/talks | - | - | ")
          == true
    )
  }

  @Test func leavesTextAlone() {
    for text in [
      "Subject: talks\n\nWords.", "Date: Monday\nFrom: Seoul\n\nWords.", "From: a\nTo: b\nnothing\n",
      "Note: this\n\nWords",
    ] {
      #expect(!MailHeaders.looksLikeMail(Array(text.utf8)[...], isNamedMail: false), "\(text)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func takesNoHarmFromHostileMails() throws {
    let nested = (0..<40).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    #expect(try outline(Self.header + nested + "\nWords.").contains { $0.contains("lies more than 16 levels deep") })
    let parts = "Content-Type: multipart/mixed; boundary=m\n\n" + String(repeating: "--m\n\nx\n", count: 50_000)
    #expect(try outline(Self.header + parts).count == 1)
    let folded = Self.header + "X-A: b\n" + String(repeating: " c\n", count: 300_000) + "\nWords."
    #expect(try outline(folded) == [Self.ids + "Words."])
    let words = Self.header.replacing("Talks end", with: String(repeating: "=?utf-8?Q?a?= ", count: 50_000))
    #expect(try outline(words + "\nWords.").count == 1)
    #expect(try outline(Self.header + "\n" + String(repeating: "=?", count: 100_000)).count == 1)
  }
}
