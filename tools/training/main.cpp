#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "boundary_training.h"
#include "language/conllu.h"
#include "language/model_file.h"
#include "language/tagger.h"
#include "lemmatiser_training.h"
#include "parser_training.h"
#include "tagger_training.h"
#include "text/failure.h"

// onus-training UD_DIR MODEL: trains the English model on ewt-train.conllu and gum-train.conllu of UD_DIR.
namespace {

using namespace onus;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path + ": can't be read");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

constexpr std::uint64_t kSeed = 1;

void append(std::vector<ModelSection>& sections, std::vector<ModelSection> more) {
  for (auto& section : more) sections.push_back(std::move(section));
}

int run(const std::string& treebanks_dir, const std::string& model) {
  std::vector<Treebank> treebanks;
  std::vector<training::BoundaryText> texts;
  for (const char* name : {"ewt-train", "gum-train"}) {
    const std::string conllu = read(treebanks_dir + "/" + name + ".conllu");
    treebanks.push_back(read_conllu(conllu));
    for (auto& text : training::boundary_texts(conllu)) texts.push_back(std::move(text));
  }
  std::vector<ModelSection> sections = training::train_tagger(treebanks, {}, kSeed);
  // What comes after the tagger learns on the tags that the tagger gives to sentences it hasn't seen.
  write_model_file(model, sections);
  append(sections, training::train_lemmatiser(treebanks, Tagger(ModelFile(model)).tags(), kSeed));
  training::tag_by_others(treebanks, model, kSeed);
  append(sections, training::train_parser(treebanks, {}, kSeed));
  sections.push_back({"sentences", training::train_boundaries(texts, kSeed)});
  write_model_file(model, sections);
  for (const auto& section : sections)
    std::cerr << section.name << ": " << section.bytes.size() << " bytes\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw Failure("usage: onus-training UD_DIR MODEL");
    return run(argv[1], argv[2]);
  } catch (const onus::Failure& failure) {
    std::cerr << "onus-training: " << failure.what() << '\n';
    return static_cast<int>(failure.code);
  }
}
