#include "rules/wording.h"

#include "text/fold.h"

namespace onus {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    const bool begins_sentence = at == 0 || std::string_view(text).substr(0, at).ends_with(". ");
    text.replace(at, what.size(), begins_sentence ? capitalised(std::string(with)) : with);
  }
}

// {child:is|are}
void agree(std::string& text, bool children) {
  constexpr std::string_view kOpen = "{child:";
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
    const std::size_t bar = text.find('|', at), close = text.find('}', at);
    if (bar > close || close == std::string::npos) return;
    const std::string word = children ? text.substr(bar + 1, close - bar - 1)
                                      : text.substr(at + kOpen.size(), bar - at - kOpen.size());
    text.replace(at, close + 1 - at, word);
  }
}

// "the test of harm to A.V.."
std::string without_double_points(std::string text) {
  for (std::size_t at = text.find(".."); at != std::string::npos; at = text.find("..", at + 1)) {
    const bool ellipsis = at + 2 < text.size() && text[at + 2] == '.';
    if (!ellipsis && (at == 0 || text[at - 1] != '.')) text.erase(at, 1);
  }
  return text;
}

}  // namespace

Names names_in(const Cast& cast) {
  Names names{"the parent being abused", "the person using violence", "the child", false};
  bool survivor = false, perpetrator = false, child = false;
  const auto set = [](bool& done, std::string& name, const Person& person) {
    if (!done) name = in_words(person);
    done = true;
  };
  for (const Person& person : cast.people) {
    if (person.role() == Role::non_offending_parent) set(survivor, names.survivor, person);
    if (person.role() == Role::perpetrator) set(perpetrator, names.perpetrator, person);
    if (person.role() == Role::child) set(child, names.child, person);
  }
  if (!cast.labels.survivor.empty()) names.survivor = cast.labels.survivor;
  if (!cast.labels.perpetrator.empty()) names.perpetrator = cast.labels.perpetrator;
  return names;
}

std::string fill_names(std::string_view wording, const Names& names, std::string_view match) {
  std::string text(wording);
  agree(text, names.children);
  replace_all(text, "{survivor}", names.survivor);
  replace_all(text, "{perpetrator}", names.perpetrator);
  replace_all(text, "{child}", names.child);
  replace_all(text, "{patient}", names.patient);
  replace_all(text, "{match}", match);
  return without_double_points(std::move(text));
}

}  // namespace onus
