#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "language/english.h"
#include "people/act_likeness.h"
#include "people/people.h"
#include "people/place_likeness.h"
#include "reading/read.h"

namespace onus::test {

inline std::filesystem::path lexicons() { return std::filesystem::path(ONUS_SOURCE_DIR) / "lexicons" / "en"; }

inline const English& english() {
  static const English model(lexicons() / "english.model");
  return model;
}
inline const PeopleWords& people_words() {
  static const PeopleWords words = PeopleWords::load(lexicons() / "words" / "people.yaml");
  return words;
}
inline const ActWords& act_words() {
  static const ActWords words = ActWords::load(lexicons() / "words" / "acts.yaml");
  return words;
}

inline const FeatureNet& likely_places() {
  static const FeatureNet net(lexicons() / "likeness.model", "places", kPlaceClasses);
  return net;
}
inline const FeatureNet& likely_acts() {
  static const FeatureNet net(lexicons() / "likeness.model", "acts", kActClasses);
  return net;
}

// A text with all that is found out about its people.
struct Told {
  Document document;
  Analysis analysis;
  Clauses clauses;
  People people;
  std::vector<Event> events;

  std::string text(ProseSpan span) const { return std::string(slice<ProseText>(document.prose, span)); }
  std::string name(std::uint32_t person) const {
    return person == kNone ? "?" : people.cast.people[person].name;
  }
  // The one person who goes by this name or noun, or kNone.
  std::uint32_t who(std::string_view name) const {
    for (std::uint32_t p = 0; p < people.cast.people.size(); ++p) {
      const Person& person = people.cast.people[p];
      if (person.name == name) return p;
      for (const std::string& alias : person.aliases)
        if (alias == name) return p;
    }
    return kNone;
  }
};

inline Told tell(const std::string& text, const Declarations& declared = {}) {
  Told told;
  told.document = std::get<Document>(read_bytes(text, "report.md"));
  told.analysis = english().analyse(told.document.prose, told.document.blocks);
  english().parse_all(told.analysis, told.document.prose);
  told.clauses = find_clauses(told.analysis);
  told.people =
      who_is_who(told.document, told.analysis, told.clauses, declared, people_words(), likely_places());
  told.events =
      find_events(told.document, told.analysis, told.clauses, told.people.cast, act_words(), likely_acts());
  return told;
}

}  // namespace onus::test
