// What Entente asks of the Compact Language Detector 2 (libcld2-dev), which is C++, as C.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// The languages of a text that stands out most, the largest share first.
typedef struct {
  /// Their ISO 639-1 codes (longer where that list has none, "un" where none was found), each at most 15 letters.
  char codes[3][16];
  /// Their shares of the text, 0 to 100.
  int percents[3];
  /// How many bytes of letters were looked at.
  int bytes;
  /// Whether the detector is sure of the first.
  int is_reliable;
} entente_languages;

/// Finds the languages of valid UTF-8 without markup. Threads may call it at once.
entente_languages entente_detect_languages(const char *text, int count);

#ifdef __cplusplus
}
#endif
