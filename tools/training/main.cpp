#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>

#include "language/conllu.h"
#include "language/model_file.h"
#include "tagger_training.h"
#include "text/failure.h"

// onus-training UD_DIR MODEL: trains the English model on ewt-train.conllu and gum-train.conllu of UD_DIR.
namespace {

using namespace onus;

Treebank load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path + ": can't be read");
  return read_conllu(std::string(std::istreambuf_iterator<char>(in), {}));
}

int run(const std::string& treebanks_dir, const std::string& model) {
  std::vector<Treebank> treebanks;
  for (const char* name : {"ewt-train", "gum-train"}) treebanks.push_back(load(treebanks_dir + "/" + name + ".conllu"));
  std::vector<ModelSection> sections = training::train_tagger(treebanks, {}, 1);
  write_model_file(model, sections);
  for (const auto& section : sections) std::cerr << section.name << ": " << section.bytes.size() << " bytes\n";
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
