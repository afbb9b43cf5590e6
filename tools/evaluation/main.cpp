#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include "language/conllu.h"
#include "language/tagger.h"
#include "text/failure.h"
using namespace onus;
int main(int argc, char** argv) {
  ModelFile file(argv[1]);
  Tagger tagger(file);
  for (int a = 2; a < argc; ++a) {
    std::ifstream in(argv[a], std::ios::binary);
    Treebank gold = read_conllu(std::string(std::istreambuf_iterator<char>(in), {}));
    for (auto& p : gold.problems) std::cerr << p << "\n";
    Analysis mine = gold.analysis;
    Tagger::Scratch scratch;
    auto t0 = std::chrono::steady_clock::now();
    int reps = 10;
    for (int r = 0; r < reps; ++r)
      for (auto& s : mine.sentences) tagger.tag(std::span(mine.tokens).subspan(s.tokens.begin, s.tokens.size()), gold.prose, scratch);
    double dt = std::chrono::duration<double>(std::chrono::steady_clock::now() - t0).count();
    int u = 0, x = 0;
    for (size_t i = 0; i < mine.tokens.size(); ++i) {
      u += mine.tokens[i].upos == gold.analysis.tokens[i].upos;
      x += mine.tokens[i].xpos == gold.analysis.tokens[i].xpos;
    }
    double n = static_cast<double>(mine.tokens.size());
    std::cout << argv[a] << " UPOS " << 100 * u / n << " XPOS " << 100 * x / n << " speed " << n * reps / dt / 1e6 << " M/s\n";
  }
}
