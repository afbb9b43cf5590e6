#include <array>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "analysis_score.h"
#include "evaluations.h"
#include "files.h"
#include "inflection_score.h"
#include "passive_score.h"
#include "raw_text_score.h"
#include "speed.h"
#include "text/failure.h"

namespace onus::evaluation {
namespace {

// A text that is measured on, and what is aimed at there.
struct Aims {
  const char* name;
  double upos, xpos, lemma, uas, las, tokens, sentences, passives, agents;
};
constexpr std::array kAims = {
    Aims{"ewt-test", 96, 95.5, 97.5, 88, 85.5, 98.5, 80, 90, 95},
    Aims{"gum-dev", 97, 97, 0, 89, 86.5, 98.5, 92, 96, 95},
};

void print_head() { std::cout << "| on | figure | aim | reached |\n|---|---|---|---|\n" << std::fixed; }

void print_row(const std::string& on, const std::string& figure, double aim, double reached,
               const std::string& note = "") {
  std::cout << "| " << on << " | " << figure << " | ";
  if (aim > 0)
    std::cout << std::setprecision(1) << aim;
  else
    std::cout << "–";
  std::cout << " | " << std::setprecision(2) << reached << note << " |\n" << std::flush;
}

std::string sides(const Counts& counts) {
  const auto whole = [](double value) { return std::to_string(static_cast<int>(value + 0.5)); };
  return " (" + whole(counts.precision()) + "/" + whole(counts.recall()) + ", " + whole(counts.wanted) + ")";
}

void evaluate_on(const Aims& aims, const std::string& folder, const Knowledge& knowledge) {
  const std::string path = folder + "/" + aims.name + ".conllu";
  const Treebank gold = read_treebank(path);
  const AnalysisScore analysis = score_analysis(knowledge.english, gold);
  const std::string words = std::string(aims.name) + ", gold tokens";
  print_row(words, "UPOS of the tagger alone", 0, analysis.quick_upos);
  print_row(words, "XPOS of the tagger alone", 0, analysis.quick_xpos);
  print_row(words, "UPOS", aims.upos, analysis.upos);
  print_row(words, "XPOS", aims.xpos, analysis.xpos);
  print_row(words, "lemma", aims.lemma, analysis.lemma);
  print_row(words, "UAS", aims.uas, analysis.uas);
  print_row(words, "LAS", aims.las, analysis.las);
  const PassiveScore passives = score_passives(knowledge, gold);
  print_row(words, "passive sentences, F1", aims.passives, passives.sentences.f1(),
            sides(passives.sentences));
  print_row(words, "by-agent of a passive, F1", aims.agents, passives.agents.f1(), sides(passives.agents));
  const RawTextScore raw = score_raw_text(knowledge.english, read_bytes_of(path));
  const std::string text = std::string(aims.name) + ", raw text";
  print_row(text, "tokens, F1", aims.tokens, raw.tokens.f1());
  print_row(text, "sentences, F1", aims.sentences, raw.sentences.f1());
}

void evaluate_inflection(const std::string& folder, const std::string& lexicons) {
  const auto file = [&](const char* name) { return read_bytes_of(folder + "/" + name + ".conllu"); };
  const std::array training = {file("ewt-train"), file("gum-train")};
  const std::array texts = {file("ewt-dev"), file("gum-dev")};
  const InflectionScore score = score_inflection(lexicons + "/words", training, texts);
  print_row("ewt-dev and gum-dev", "inflection of unseen verbs and nouns", 97, score.share(),
            " (" + std::to_string(score.right) + " of " + std::to_string(score.all) + ")");
  for (const std::string& miss : score.misses) std::cerr << "inflection: " << miss << '\n';
}

void evaluate_speed(const std::string& folder, const std::string& lexicons) {
  const Speed speed = measure_speed(lexicons + "/english.model", read_treebank(folder + "/ewt-test.conllu"));
  const std::string on = "ewt-test, one thread";
  print_row(on, "loading the model, ms", 5, speed.loading);
  print_row(on, "tags alone, M words/s", 1.5, speed.tags);
  print_row(on, "tags, lemmas, features, M words/s", 0, speed.annotating);
  print_row(on, "parsing, M words/s", 0.3, speed.parsing);
}

}  // namespace

void evaluate_language(const Request& request) {
  if (request.arguments.size() != 1) throw Failure("usage: tools/evaluate language UD_DIR");
  const std::string folder = request.arguments[0];
  const std::filesystem::path lexicons = request.lexicons;
  const Knowledge knowledge = load_knowledge({&lexicons, 1});
  print_head();
  for (const Aims& aims : kAims) evaluate_on(aims, folder, knowledge);
  evaluate_inflection(folder, request.lexicons);
  evaluate_speed(folder, request.lexicons);
}

}  // namespace onus::evaluation
