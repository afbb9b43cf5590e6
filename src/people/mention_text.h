#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "people/mentions.h"
#include "people/words.h"
#include "reading/document.h"

// What every step of looking for mentions reads from. Refers to what it is given, which must outlive it.
namespace onus {

struct MentionText {
  const Document& document;
  const Analysis& analysis;
  const PeopleWords& words;
  const std::vector<bool>& begins_entry;  // see entries.h
  const std::vector<bool>& initials;      // see listed_initials.h

  std::uint32_t size() const { return static_cast<std::uint32_t>(analysis.tokens.size()); }
  const Token& token(std::uint32_t t) const { return analysis.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return slice<ProseText>(document.prose, token(t).span); }
  // Whether nothing stands between the token and the next.
  bool touches(std::uint32_t t) const { return token(t).span.end == token(t + 1).span.begin; }
  bool is_small(std::uint32_t t) const { return form(t)[0] >= 'a' && form(t)[0] <= 'z'; }
  bool is_number(std::uint32_t t) const { return form(t)[0] >= '0' && form(t)[0] <= '9'; }
  bool is_in_capitals(std::uint32_t t) const { return starts_with_capital(form(t)) && is_capitals(form(t)); }

  // "OT", "AB": whose they are, if anyone's, is seen later.
  bool is_initials(std::uint32_t t) const {
    const std::string_view word = form(t);
    return (word.size() == 2 || word.size() == 3) &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  // The word of the range that something outside governs.
  std::uint32_t head_in(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (token(t).head < begin || token(t).head >= end || token(t).head == t)
        if (token(t).upos != Upos::PUNCT) return t;
    return end - 1;
  }

  FoundMention start(std::uint32_t begin, std::uint32_t end, MentionKind kind) const {
    FoundMention mention;
    mention.tokens = mention.words = {begin, end};
    mention.kind = kind;
    mention.head = head_in(begin, end);
    return mention;
  }
};

// A single capital letter, with or without a point, or a short number: what pseudonyms end in.
bool is_letter_or_number(std::string_view word);
// Folded: "mr" of "Mr."
std::string without_point(std::string_view word);
// Whether the word is a pronoun of a person, folded.
bool is_person_pronoun(std::string_view folded);

}  // namespace onus
