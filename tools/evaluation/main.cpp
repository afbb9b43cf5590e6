#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "act_items.h"
#include "components.h"
#include "evaluations.h"
#include "findings.h"
#include "likeness.h"
#include "place_items.h"
#include "rewrites.h"
#include "text/failure.h"

// onus-evaluation LEXICONS WHAT [ARGUMENT…]: measures the program on annotated texts; tools/evaluate runs it.
namespace {

using namespace onus;
using namespace onus::evaluation;

struct Evaluation {
  std::string_view name;
  std::string_view arguments;
  void (*run)(const Request&);
};

// The measurements that take options of their own.
template <int (*measure)(const std::vector<std::string>&)>
void with_options(const Request& request) {
  std::vector<std::string> arguments{"--lexicons", request.lexicons};
  arguments.insert(arguments.end(), request.arguments.begin(), request.arguments.end());
  measure(arguments);
}

constexpr std::array kEvaluations = {
    Evaluation{"language", "UD_DIR", evaluate_language},
    Evaluation{"people", "FOLDER [-v]", evaluate_reports_people},
    Evaluation{"findings", "[options] PATH…", with_options<measure_findings>},
    Evaluation{"components", "[--verbose] [--declare] FOLDER", with_options<measure_components>},
    Evaluation{"rewrites", "FOLDER [--misses]", evaluate_rewrites},
    Evaluation{"likeness", "[--rules] PATH…", with_options<print_likeness_features>},
    Evaluation{"acts", "[--misses] PATH…", with_options<measure_acts>},
    Evaluation{"act-features", "PATH…", with_options<print_act_features>},
    Evaluation{"place-features", "PATH…", with_options<print_place_features>},
    Evaluation{"neutral", "FILE.conllu…", with_options<measure_neutral>},
};

std::string usage() {
  std::string text = "usage:";
  for (const Evaluation& evaluation : kEvaluations)
    text += " tools/evaluate " + std::string(evaluation.name) + " " + std::string(evaluation.arguments) + ";";
  text.pop_back();
  return text;
}

int run(std::span<char*> arguments) {
  if (arguments.size() < 3) throw Failure(usage());
  const auto* chosen = std::find_if(kEvaluations.begin(), kEvaluations.end(),
                                    [&](const Evaluation& e) { return e.name == arguments[2]; });
  if (chosen == kEvaluations.end()) throw Failure(usage());
  chosen->run({arguments.subspan(3), arguments[1]});
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv, static_cast<std::size_t>(argc)});
  } catch (const Failure& failure) {
    std::cerr << "onus-evaluation: " << failure.what() << '\n';
    return static_cast<int>(failure.code);
  } catch (const std::exception& error) {
    std::cerr << "onus-evaluation: " << error.what() << '\n';
    return 2;
  }
}
