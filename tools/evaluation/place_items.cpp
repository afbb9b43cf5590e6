#include "place_items.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "annotated.h"
#include "linting/read_paragraph.h"
#include "people/place_features.h"
#include "sentences.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

void print(const std::string& place, Role role, const Analysis& analysis, const Clauses& clauses,
           std::uint32_t head) {
  std::cout << place << '\t';
  if (role == Role::child) std::cout << 0;
  if (role == Role::professional) std::cout << 1;
  if (role == Role::perpetrator) std::cout << 2;
  if (role == Role::non_offending_parent) std::cout << 3;
  std::cout << "\t\t" << std::hex;
  for (const std::uint64_t feature : place_features(analysis, clauses, head)) std::cout << feature << ' ';
  std::cout << std::dec << '\n';
}

bool is_of_one(const Mention& mention) {
  return mention.kind != MentionKind::agency && mention.kind != MentionKind::writer && !mention.plural;
}

void print_items(const fs::path& path, const Knowledge& knowledge) {
  for (const LabelledGroup& group : read_labelled(path))
    for (const LabelledItem& item : group.items) {
      const ReadParagraph read = read_paragraph(item.text, group.people, knowledge);
      for (const Mention& mention : read.cast.mentions)
        if (is_of_one(mention) && mention.people.size() == 1)
          if (const Role role = read.cast.people[mention.people.front()].role(); role != Role::unknown)
            print(group.file + ":" + std::to_string(item.line), role, read.analysis, read.clauses,
                  mention.head);
    }
}

// The person of the shortest mark round a token, or nullptr.
const MarkedPerson* marked_at(const AnnotatedReport& gold, ProseSpan token) {
  const MarkedMention* shortest = nullptr;
  for (const MarkedMention& mention : gold.mentions)
    if (mention.span.begin <= token.begin && token.end <= mention.span.end &&
        (shortest == nullptr || mention.span.size() < shortest->span.size()))
      shortest = &mention;
  if (shortest == nullptr || shortest->people.size() != 1) return nullptr;
  const auto person = std::ranges::find_if(
      gold.people, [&](const MarkedPerson& p) { return p.id == shortest->people.front(); });
  return person == gold.people.end() ? nullptr : &*person;
}

void print_reports(const fs::path& folder, const Knowledge& knowledge) {
  for (const AnnotatedReport& gold : read_annotated_folder(folder)) {
    const DocumentReport report = lint_as_its_kind(gold, knowledge);
    const Clauses clauses = find_clauses(report.analysis);
    for (const Mention& mention : report.cast.mentions) {
      if (!is_of_one(mention)) continue;
      const MarkedPerson* const person = marked_at(gold, report.analysis.tokens[mention.head].span);
      if (person == nullptr) continue;
      const auto role = role_from(person->role);
      if (role && *role != Role::unknown) print(gold.name, *role, report.analysis, clauses, mention.head);
    }
  }
}

}  // namespace

int print_place_features(const std::vector<std::string>& arguments) {
  const Knowledge knowledge = load_knowledge(std::vector<fs::path>{arguments.at(1)});  // after --lexicons
  for (std::size_t i = 2; i < arguments.size(); ++i)
    holds_reports(arguments[i]) ? print_reports(arguments[i], knowledge)
                                : print_items(arguments[i], knowledge);
  return 0;
}

}  // namespace onus
