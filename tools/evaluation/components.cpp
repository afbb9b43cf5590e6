#include "components.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <map>

#include "annotated.h"
#include "components/assess.h"
#include "components/sightings.h"
#include "linting/lint.h"
#include "text/failure.h"

namespace onus::evaluation {
namespace {

// Agreement on an ordered scale. Kappa weighs a disagreement by how many steps apart it is (Cohen 1968).
struct Agreement {
  std::vector<std::pair<int, int>> cells;  // annotated, printed

  double share() const {
    const auto same =
        std::count_if(cells.begin(), cells.end(), [](const auto& c) { return c.first == c.second; });
    return static_cast<double>(same) / static_cast<double>(cells.size());
  }
  double kappa() const {
    std::map<int, double> left, right;
    double observed = 0, expected = 0;
    for (const auto& [a, b] : cells) {
      ++left[a];
      ++right[b];
      observed += std::abs(a - b);
    }
    for (const auto& [a, n] : left)
      for (const auto& [b, m] : right)
        expected += n * m * std::abs(a - b) / static_cast<double>(cells.size());
    return expected == 0 ? 1 : 1 - observed / expected;
  }
};

struct Overlap {
  int printed = 0, right = 0, annotated = 0, found = 0;
};

bool overlaps_any(ProseSpan span, const auto& others, auto span_of) {
  return std::any_of(others.begin(), others.end(),
                     [&](const auto& other) { return span_of(other).overlaps(span); });
}

void compare_evidence(const ComponentCoverage& coverage, const std::vector<ProseSpan>& gold,
                      std::string_view prose, bool verbose, Overlap& overlap) {
  const auto itself = [](ProseSpan span) { return span; };
  const auto of_piece = [](const Evidence& piece) { return piece.span; };
  for (const Evidence& piece : coverage.evidence) {
    const bool right = overlaps_any(piece.span, gold, itself);
    ++overlap.printed;
    overlap.right += right;
    if (verbose)
      std::cout << "      " << (right ? "+ " : "- ") << slice<ProseText>(prose, piece.span) << "  ("
                << piece.indicator << ")\n";
  }
  for (const ProseSpan span : gold) {
    const bool found = overlaps_any(span, coverage.evidence, of_piece);
    ++overlap.annotated;
    overlap.found += found;
    if (verbose && !found) std::cout << "      ? " << slice<ProseText>(prose, span) << "\n";
  }
}

int rank_of(std::string_view rating) {
  constexpr std::string_view kRatings[] = {"not-met", "partially-met", "fully-met"};
  const auto found = std::find(std::begin(kRatings), std::end(kRatings), rating);
  return found == std::end(kRatings) ? -1 : static_cast<int>(found - std::begin(kRatings));
}

struct Tally {
  std::array<Agreement, kComponents> levels;
  Agreement all_levels, criteria;
  int applicable_agreed = 0, applicable = 0;
  std::array<Overlap, kComponents> evidence;
};

void compare(const AnnotatedReport& gold, const DocumentReport& report, bool verbose, Tally& tally) {
  std::cout << gold.name << "\n";
  for (const ComponentCoverage& coverage : report.coverage) {
    const std::string id(name_of(coverage.component));
    const auto index = static_cast<std::size_t>(coverage.component);
    const auto level = gold.levels.contains(id) ? level_from(gold.levels.at(id)) : std::nullopt;
    if (!level) continue;
    tally.levels[index].cells.push_back({static_cast<int>(*level), static_cast<int>(coverage.level)});
    tally.all_levels.cells.push_back(tally.levels[index].cells.back());
    std::cout << (level == coverage.level ? "    " : "  ! ") << std::left << std::setw(22) << id
              << name_of(*level) << " → " << name_of(coverage.level) << "  " << coverage.reason << "\n";
    const auto evidence = gold.evidence.find(id);
    compare_evidence(coverage, evidence == gold.evidence.end() ? std::vector<ProseSpan>{} : evidence->second,
                     report.document.prose, verbose, tally.evidence[index]);
  }
  for (const CriterionRating& rating : report.criteria) {
    const std::string id(name_of(rating.criterion));
    if (!gold.criteria.contains(id)) continue;
    const int expected = rank_of(gold.criteria.at(id)), got = rank_of(name_of(rating.rating));
    ++tally.applicable;
    tally.applicable_agreed += (expected < 0) == (got < 0);
    if (expected >= 0 && got >= 0) tally.criteria.cells.push_back({expected, got});
    std::cout << (expected == got ? "    " : "  ! ") << std::left << std::setw(24) << id
              << gold.criteria.at(id) << " → " << name_of(rating.rating) << "  " << rating.reasons.front()
              << "\n";
  }
}

void print(const Tally& tally) {
  std::cout
      << std::fixed << std::setprecision(2)
      << "\n| component | cells | same level | kappa | evidence printed | of it right | annotated | found |\n"
      << "|---|--:|--:|--:|--:|--:|--:|--:|\n";
  Overlap all;
  for (int i = 0; i < kComponents; ++i) {
    const auto& [levels, overlap] =
        std::pair(tally.levels[static_cast<std::size_t>(i)], tally.evidence[static_cast<std::size_t>(i)]);
    all.printed += overlap.printed;
    all.right += overlap.right;
    all.annotated += overlap.annotated;
    all.found += overlap.found;
    std::cout << "| `" << name_of(static_cast<Component>(i)) << "` | " << levels.cells.size() << " | "
              << levels.share() << " | " << levels.kappa() << " | " << overlap.printed << " | "
              << overlap.right << " | " << overlap.annotated << " | " << overlap.found << " |\n";
  }
  std::cout << "| all | " << tally.all_levels.cells.size() << " | " << tally.all_levels.share() << " | "
            << tally.all_levels.kappa() << " | " << all.printed << " | " << all.right << " | "
            << all.annotated << " | " << all.found << " |\n\ncriteria: " << tally.criteria.cells.size()
            << " rated, same " << tally.criteria.share() << ", kappa " << tally.criteria.kappa()
            << "; applicable or not: " << tally.applicable_agreed << " of " << tally.applicable << "\n";
}

// Who is who, as annotated: what this room does where that is known.
Declarations declared(const AnnotatedReport& gold) {
  Declarations people;
  for (const MarkedPerson& person : gold.people) {
    if (person.role == "perpetrator") people.perpetrators.push_back(person.name);
    if (person.role == "non-offending-parent") people.survivors.push_back(person.name);
    if (person.role == "child") people.children.push_back(person.name);
    if (person.role == "professional") people.professionals.push_back(person.name);
  }
  return people;
}

}  // namespace

int measure_components(const std::vector<std::string>& arguments) {
  std::string lexicons, folder;
  bool verbose = false, declare = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lexicons" && i + 1 < arguments.size())
      lexicons = arguments[++i];
    else if (arguments[i] == "--verbose")
      verbose = true;
    else if (arguments[i] == "--declare")
      declare = true;
    else
      folder = arguments[i];
  }
  if (folder.empty()) throw Failure("components needs a folder of annotated reports");
  const std::vector<std::filesystem::path> folders{lexicons};
  const Knowledge knowledge = load_knowledge(folders);
  Tally tally;
  for (const AnnotatedReport& gold : read_annotated_folder(folder)) {
    for (const std::string& problem : gold.problems) std::cerr << gold.name << ": " << problem << "\n";
    Settings settings;
    if (declare) settings.people = declared(gold);
    settings.kind = document_kind_from(gold.kind);
    compare(gold, lint(gold.document, settings, knowledge), verbose, tally);
  }
  print(tally);
  return 0;
}

}  // namespace onus::evaluation
