#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boundary_training.h"
#include "language/conllu.h"
#include "language/model_file.h"
#include "language/tagger.h"
#include "lemmatiser_training.h"
#include "tagger_training.h"
#include "text/failure.h"

// onus-training UD_DIR WORDS MODEL: trains all but the parser on ewt-train.conllu and gum-train.conllu of
// UD_DIR, with the tables of inflection in WORDS; a parser that MODEL has is kept. onus-training --section
// NAME FILE MODEL: puts what another program has trained into MODEL, or in place of it.
namespace {

using namespace onus;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path + ": can't be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr std::uint64_t kSeed = 1;

void append(std::vector<ModelSection>& sections, std::vector<ModelSection> more) {
  for (auto& section : more) sections.push_back(std::move(section));
}

// The tags that the tagger of these sections chooses between; they have to outlive it.
TagList tags_in(const std::vector<ModelSection>& sections) {
  for (const ModelSection& section : sections)
    if (section.name == "tags") return TagList(std::as_bytes(std::span(section.bytes)));
  return {};
}

int run(const std::string& treebanks_dir, const std::string& words, const std::string& model) {
  std::vector<Treebank> treebanks;
  std::vector<training::BoundaryText> texts;
  for (const char* name : {"ewt-train", "gum-train"}) {
    const std::string conllu = bytes_of(treebanks_dir + "/" + name + ".conllu");
    treebanks.push_back(read_conllu(conllu));
    for (auto& text : training::boundary_texts(conllu)) texts.push_back(std::move(text));
  }
  std::vector<ModelSection> parser;
  if (std::filesystem::exists(model)) parser = read_model_sections(model);
  std::erase_if(parser, [](const ModelSection& section) { return section.name != "parser"; });
  std::vector<ModelSection> sections = training::train_tagger(treebanks, {}, kSeed);
  append(sections, training::train_lemmatiser(treebanks, tags_in(sections), words, kSeed));
  sections.push_back({"sentences", training::train_boundaries(texts, kSeed)});
  append(sections, std::move(parser));
  write_model_file(model, sections);
  for (const auto& section : sections)
    std::cerr << section.name << ": " << section.bytes.size() << " bytes\n";
  return 0;
}

int put_section(const std::string& name, const std::string& path, const std::string& model) {
  std::vector<ModelSection> sections;
  if (std::filesystem::exists(model)) sections = read_model_sections(model);
  std::erase_if(sections, [&](const ModelSection& section) { return section.name == name; });
  sections.push_back({name, bytes_of(path)});
  write_model_file(model, sections);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 5 && std::string_view(argv[1]) == "--section") return put_section(argv[2], argv[3], argv[4]);
    if (argc != 4) throw Failure("usage: onus-training UD_DIR WORDS MODEL | --section NAME FILE MODEL");
    return run(argv[1], argv[2], argv[3]);
  } catch (const onus::Failure& failure) {
    std::cerr << "onus-training: " << failure.what() << '\n';
    return static_cast<int>(failure.code);
  }
}
