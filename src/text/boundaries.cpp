#include "text/boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cassert>
#include <memory>

namespace onus {
namespace {

using Make = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

// ICU's own data is part of the library, so making an iterator fails only where ICU is not installed whole.
std::unique_ptr<icu::BreakIterator> make_iterator(Make make) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(make(icu::Locale::getEnglish(), status));
  assert(U_SUCCESS(status));
  return iterator;
}

std::vector<std::uint32_t> all_boundaries(icu::BreakIterator& iterator, std::string_view text) {
  std::vector<std::uint32_t> places;
  if (text.empty()) return places;
  UText view = UTEXT_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator.setText(&view, status);
  assert(U_SUCCESS(status));
  places.reserve(text.size() / 4 + 2);
  for (auto place = iterator.first(); place != icu::BreakIterator::DONE; place = iterator.next())
    places.push_back(static_cast<std::uint32_t>(place));
  utext_close(&view);
  return places;
}

}  // namespace

std::vector<std::uint32_t> word_boundaries(std::string_view text) {
  thread_local const auto iterator = make_iterator(icu::BreakIterator::createWordInstance);
  return all_boundaries(*iterator, text);
}

std::vector<std::uint32_t> sentence_boundaries(std::string_view text) {
  thread_local const auto iterator = make_iterator(icu::BreakIterator::createSentenceInstance);
  return all_boundaries(*iterator, text);
}

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  thread_local const auto iterator = make_iterator(icu::BreakIterator::createCharacterInstance);
  return all_boundaries(*iterator, text);
}

}  // namespace onus
