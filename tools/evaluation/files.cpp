#include "files.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "text/failure.h"

namespace onus::evaluation {

std::string read_bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path + ": can't be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

Treebank read_treebank(const std::string& path) {
  Treebank treebank = read_conllu(read_bytes_of(path));
  for (const std::string& problem : treebank.problems) std::cerr << path << ": " << problem << '\n';
  return treebank;
}

}  // namespace onus::evaluation
