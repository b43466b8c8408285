#include "ccld2.h"

#include <cstdio>
#include <cstring>

#include <cld2/public/compact_lang_det.h>

entente_languages entente_detect_languages(const char *text, int count) {
  entente_languages result;
  memset(&result, 0, sizeof result);
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(text, count, true, languages, result.percents, &result.bytes, &is_reliable);
  result.is_reliable = is_reliable;
  for (int index = 0; index < 3; index++) {
    strncpy(result.codes[index], CLD2::LanguageCode(languages[index]), sizeof result.codes[index] - 1);
  }
  return result;
}
