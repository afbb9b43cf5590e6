#include "rewrites.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

#include "linting/read_paragraph.h"
#include "rewrite_cases.h"
#include "rewriting/apply.h"
#include "rewriting/fact_check.h"
#include "text/failure.h"

namespace onus::evaluation {
namespace {

struct Share {
  int right = 0;
  int all = 0;
};

struct Tally {
  Share passives;   // with an agent
  Share rewrites;   // all that have one
  int offered = 0;  // of those, a rewrite of some kind was made
  int none = 0;
  int none_rewritten = 0;
};

std::string one_space_between(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

DocumentReport lint_case(const RewriteCase& one, const std::string& text, const Knowledge& knowledge) {
  Settings settings;
  settings.people = one.people;
  return lint(one_paragraph(one.context.empty() ? text : one.context + " " + text), settings, knowledge);
}

// What applying the rewrites leads to: again and again while there is something to apply, as --fix does.
std::string rewritten(const RewriteCase& one, const Knowledge& knowledge) {
  constexpr int kRounds = 3;
  std::string text = one.text;
  const std::size_t before = one.context.empty() ? 0 : one.context.size() + 1;
  for (int round = 0; round < kRounds; ++round) {
    const DocumentReport report = lint_case(one, text, knowledge);
    std::vector<Suggestion> suggestions = rewrites_in(report.findings);
    std::erase_if(suggestions, [&](const Suggestion& s) { return s.span.begin < before; });
    if (suggestions.empty()) break;
    text = with_suggestions(report.document.prose, suggestions).substr(before);
  }
  return text;
}

// A participle that isn't part of a perfect, and "by" after it.
bool is_passive_with_agent(const RewriteCase& one, const Knowledge& knowledge) {
  const DocumentReport report = lint_case(one, one.text, knowledge);
  const Analysis& analysis = report.analysis;
  const std::size_t before = one.context.empty() ? 0 : one.context.size() + 1;
  bool participle = false;
  bool perfect = false;
  for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
    const Token& token = analysis.tokens[t];
    if (token.span.begin < before) continue;
    const std::string_view lemma = analysis.lemma(t);
    if (lemma == "by" && participle) return true;
    if (lemma == "have" || lemma == "be" || lemma == "get")
      perfect = lemma == "have";
    else if (token.xpos == Xpos::VBN || token.xpos == Xpos::JJ || token.xpos == Xpos::VBD)
      participle |= (token.xpos == Xpos::VBN || one.text.find(" by ") != std::string::npos) && !perfect &&
                    token.xpos != Xpos::JJ;
    else if (token.upos != Upos::ADV && token.upos != Upos::PART)
      perfect = false;
  }
  return false;
}

void score(const RewriteCase& one, const Knowledge& knowledge, bool misses, Tally& tally) {
  const std::string result = one_space_between(rewritten(one, knowledge));
  const bool changed = result != one_space_between(one.text);
  if (one.rewrites.empty()) {
    ++tally.none;
    tally.none_rewritten += changed;
    if (changed && misses)
      std::cout << "UNWANTED " << one.place << "\n  " << one.text << "\n  " << result << '\n';
    return;
  }
  const bool right = std::any_of(one.rewrites.begin(), one.rewrites.end(),
                                 [&](const std::string& r) { return one_space_between(r) == result; });
  const bool passive = is_passive_with_agent(one, knowledge);
  tally.offered += changed;
  if (changed && misses) {
    const auto problems = changed_facts(one.text, result, knowledge.english, knowledge.inflector);
    if (!problems.empty()) {
      std::cout << (right ? "SUSPECT " : "CAUGHT ") << one.place << "\n  " << one.text << "\n  " << result
                << '\n';
      for (const std::string& problem : problems) std::cout << "    " << problem << '\n';
    }
  }
  ++tally.rewrites.all;
  tally.rewrites.right += right;
  tally.passives.all += passive;
  tally.passives.right += passive && right;
  if (right || !misses) return;
  std::cout << (changed ? "OTHER " : "NOTHING ") << (passive ? "passive " : "") << one.place << "\n  "
            << one.text << '\n';
  if (changed) std::cout << "  " << result << '\n';
  std::cout << "  " << one.rewrites.front() << '\n';
}

void print(std::string_view what, const Share& share) {
  std::cout << std::left << std::setw(40) << what << std::right << std::setw(4) << share.right << " of "
            << std::setw(4) << share.all << std::fixed << std::setprecision(1) << std::setw(7)
            << (share.all == 0 ? 0.0 : 100.0 * share.right / share.all) << " %\n";
}

}  // namespace

void evaluate_rewrites(const Request& request) {
  const std::vector<std::filesystem::path> folders{request.lexicons};
  const Knowledge knowledge = load_knowledge(folders);
  Tally tally;
  bool misses = false;
  for (const std::string_view argument : request.arguments) misses |= argument == "--misses";
  for (const std::string_view argument : request.arguments) {
    if (argument == "--misses") continue;
    for (const RewriteCase& one : read_rewrite_cases(argument)) score(one, knowledge, misses, tally);
  }
  print("passives with an agent, exact match", tally.passives);
  print("all rewrites, exact match", tally.rewrites);
  print("rewrites of any wording", {tally.offered, tally.rewrites.all});
  print("left alone as they should be", {tally.none - tally.none_rewritten, tally.none});
}

}  // namespace onus::evaluation
