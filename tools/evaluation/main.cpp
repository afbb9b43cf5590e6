#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "findings.h"
#include "language/conllu.h"
#include "language/english.h"
#include "text/failure.h"
using namespace onus;
int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + std::min(argc, 2), argv + argc);
  try {
    if (argc > 1 && std::string_view(argv[1]) == "findings") return measure_findings(arguments);
    if (argc > 1 && std::string_view(argv[1]) == "neutral") return measure_neutral(arguments);
  } catch (const Failure& failure) {
    std::cerr << failure.what() << '\n';
    return 2;
  }
  auto t = std::chrono::steady_clock::now();
  auto lap = [&] {
    auto n = std::chrono::steady_clock::now();
    double d = std::chrono::duration<double>(n - t).count();
    t = n;
    return d;
  };
  English english(argv[1]);
  std::cout << "load " << lap() * 1000 << " ms\n";
  for (int a = 2; a < argc; ++a) {
    std::ifstream in(argv[a], std::ios::binary);
    Treebank gold = read_conllu(std::string(std::istreambuf_iterator<char>(in), {}));
    for (auto& p : gold.problems) std::cerr << p << "\n";
    Analysis mine = gold.analysis;
    lap();
    int reps = 5;
    for (int r = 0; r < reps; ++r) english.annotate(mine, gold.prose);
    double tag = lap();
    english.parse_all(mine, gold.prose);
    double parse = lap();
    int u = 0, x = 0, l = 0, uas = 0, las = 0;
    for (std::uint32_t i = 0; i < mine.tokens.size(); ++i) {
      const Token& m = mine.tokens[i];
      const Token& g = gold.analysis.tokens[i];
      u += m.upos == g.upos;
      x += m.xpos == g.xpos;
      l += mine.lemma(i) == gold.analysis.lemma(i);
      uas += m.head == g.head;
      las += m.head == g.head && m.deprel == g.deprel;
    }
    double n = static_cast<double>(mine.tokens.size());
    std::cout << argv[a] << " UPOS " << 100 * u / n << " XPOS " << 100 * x / n << " lemma " << 100 * l / n
              << " UAS " << 100 * uas / n << " LAS " << 100 * las / n << " tag M/s " << n * reps / tag / 1e6
              << " parse M/s " << n / parse / 1e6 << "\n";
  }
}
