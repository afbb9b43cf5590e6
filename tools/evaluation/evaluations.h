#pragma once

#include <span>
#include <string>

namespace onus::evaluation {

// What each sub-command is given: its arguments, and the folder lexicons/en that is measured.
struct Request {
  std::span<char* const> arguments;
  std::string lexicons;
};

// language UD_DIR: tags, lemmas, heads, words and sentences of raw text, passives, inflection, speed.
void evaluate_language(const Request&);
// people FOLDER [-v]: people, roles, pronouns and the agents of events in annotated reports.
void evaluate_reports_people(const Request&);

}  // namespace onus::evaluation
