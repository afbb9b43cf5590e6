#include "reporting/print_json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>

#include "linting/fingerprint.h"
#include "text/line_index.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

// Turns one document's report into JSON: the only place where its bytes become code points.
class Converter {
 public:
  Converter(const DocumentReport& report, const JsonOptions& options)
      : report_(report),
        options_(options),
        prose_index_(report.document.prose),
        source_index_(report.document.text) {}

  Json document() const {
    Json json{{"source", report_.document.source},
              {"format", name_of(report_.document.format)},
              {"kind", name_of(report_.kind)},
              {"words", report_.words}};
    if (options_.include_text) json["text"] = report_.document.prose;
    json["people"] = people();
    json["events"] = events();
    json["findings"] = findings();
    if (!report_.set_aside.empty()) json["set-aside"] = set_aside();
    json["strengths"] = strengths();
    json["coverage"] = coverage();
    if (!report_.questions.empty()) json["questions"] = report_.questions;
    json["criteria"] = criteria();
    if (!report_.partnering.empty()) json["partnering"] = partnering();
    json["balance"] = balance();
    json["skipped"] = skipped();
    return json;
  }

 private:
  std::string words(ProseSpan span) const {
    return std::string(slice<ProseText>(report_.document.prose, span));
  }

  Json range(ProseSpan span) const {
    return {{"start", prose_index_.code_point(span.begin)}, {"end", prose_index_.code_point(span.end)}};
  }

  // A range as the first members of an object with more to say.
  Json ranged(ProseSpan span, Json more) const {
    Json json = range(span);
    json.update(more);
    return json;
  }

  static Json id_of(std::uint32_t person) { return "p" + std::to_string(person + 1); }

  static Json ids_of(const std::vector<std::uint32_t>& people) {
    Json ids = Json::array();
    for (const std::uint32_t person : people) ids.push_back(id_of(person));
    return ids;
  }

  Json people() const {
    Json list = Json::array();
    for (std::uint32_t p = 0; p < report_.cast.people.size(); ++p) {
      const Person& person = report_.cast.people[p];
      Json roles = Json::array();
      for (const RoleClaim& claim : person.roles) {
        Json role{{"role", name_of(claim.role)},
                  {"basis", name_of(claim.basis)},
                  {"standing", name_of(claim.standing)}};
        if (!claim.evidence.empty()) role["evidence"] = range(claim.evidence);
        roles.push_back(std::move(role));
      }
      list.push_back({{"id", id_of(p)},
                      {"name", person.name},
                      {"aliases", person.aliases},
                      {"role", name_of(person.role())},
                      {"roles", std::move(roles)}});
    }
    return list;
  }

  Json events() const {
    Json list = Json::array();
    for (const Event& event : report_.events) {
      Json json = ranged(event.span, {{"act", event.act}, {"tactic", name_of(event.tactic)}});
      if (event.agent != kNone) json["agent"] = id_of(event.agent);
      json["target"] = ids_of(event.target);
      if (!event.when.empty()) json["when"] = words(event.when);
      if (!event.frequency.empty()) json["frequency"] = words(event.frequency);
      json["told-by"] = event.told_by == kNone ? Json("writer") : id_of(event.told_by);
      json["standing"] = name_of(event.standing);
      if (event.outcome != Outcome::none) json["outcome"] = words_for(event.outcome);
      json["polarity"] = event.negated ? "negated" : "affirmed";
      list.push_back(std::move(json));
    }
    return list;
  }

  // What the format knows: line and column of the file for formats of lines, the heading for those that have
  // any.
  Json place(const Finding& finding) const {
    Json json = Json::object();
    const Document& document = report_.document;
    if (!document.text.empty()) {
      if (const auto source = in_source(document, finding.span)) {
        const LineColumn at = source_index_.line_column(source->begin);
        json["line"] = at.line;
        json["column"] = at.column;
      }
    }
    const Block& block = document.blocks[report_.analysis.sentences[finding.sentence].block];
    if (const std::string_view heading = heading_of(document, block); !heading.empty())
      json["heading"] = heading;
    if (block.page > 0) json["page"] = block.page;
    if (block.cell)
      json["cell"] = {
          {"table", block.cell->table + 1}, {"row", block.cell->row + 1}, {"column", block.cell->column + 1}};
    return json;
  }

  Json suggestions(const Finding& finding) const {
    Json list = Json::array();
    for (const Suggestion& suggestion : finding.suggestions) {
      Json json{{"kind", name_of(suggestion.kind)}};
      json.update(range(suggestion.span));
      json["text"] = suggestion.text;
      json["slots"] = suggestion.slots;
      list.push_back(std::move(json));
    }
    return list;
  }

  Json head_of(const Finding& finding) const {
    Json json{{"rule", finding.rule},
              {"category", finding.category ? Json(name_of(*finding.category)) : Json(nullptr)},
              {"severity", name_of(finding.severity)}};
    json.update(range(finding.span));
    json["text"] = words(finding.span);
    return json;
  }

  Json findings() const {
    Json list = Json::array();
    const std::vector<std::string> names = fingerprints(report_);
    for (std::size_t i = 0; i < report_.findings.size(); ++i) {
      const Finding& finding = report_.findings[i];
      Json json = head_of(finding);
      json["sentence"] = range(report_.analysis.sentences[finding.sentence].span);
      json["place"] = place(finding);
      json["message"] = finding.message;
      json["why"] = finding.why;
      json["reference"] = finding.reference;
      json["suggestions"] = suggestions(finding);
      json["fingerprint"] = names[i];
      if (finding.agent) json["agent"] = *finding.agent;
      list.push_back(std::move(json));
    }
    return list;
  }

  Json partnering() const {
    Json list = Json::array();
    for (const Partnering& each : report_.partnering) {
      Json json{{"point", name_of(each.point)}};
      if (each.told.empty())
        json["question"] = each.question;
      else
        json["told"] = ranged(each.told, {{"text", words(each.told)}});
      list.push_back(std::move(json));
    }
    return list;
  }

  Json set_aside() const {
    Json list = Json::array();
    for (const auto& [finding, reason] : report_.set_aside) {
      Json json = head_of(finding);
      json["place"] = place(finding);
      json["reason"] = reason;
      list.push_back(std::move(json));
    }
    return list;
  }

  Json strengths() const {
    Json list = Json::array();
    for (const Strength& strength : report_.strengths)
      list.push_back(ranged(strength.span, {{"text", words(strength.span)},
                                            {"component", name_of(strength.component)},
                                            {"why", strength.why}}));
    return list;
  }

  Json coverage() const {
    Json list = Json::array();
    for (const ComponentCoverage& component : report_.coverage) {
      Json evidence = Json::array();
      for (const Evidence& piece : component.evidence)
        evidence.push_back(ranged(piece.span, {{"text", words(piece.span)}, {"indicator", piece.indicator}}));
      list.push_back({{"component", name_of(component.component)},
                      {"level", name_of(component.level)},
                      {"reason", component.reason},
                      {"evidence", std::move(evidence)},
                      {"prompts", component.prompts}});
    }
    return list;
  }

  Json criteria() const {
    Json list = Json::array();
    for (const CriterionRating& criterion : report_.criteria)
      list.push_back({{"id", name_of(criterion.criterion)},
                      {"rating", name_of(criterion.rating)},
                      {"reasons", criterion.reasons}});
    return list;
  }

  Json balance() const {
    Json actions = Json::object();
    Json praise = Json::object();
    for (const Balance::PerPerson& person : report_.balance.people) {
      actions[id_of(person.person).get<std::string>()] = person.plan_actions;
      praise[id_of(person.person).get<std::string>()] = person.praise;
    }
    return {{"perpetrator-acts", report_.balance.perpetrator_acts},
            {"survivor-deficits", report_.balance.survivor_deficits},
            {"plan-actions", std::move(actions)},
            {"praise", std::move(praise)}};
  }

  Json skipped() const {
    Json list = Json::array();
    for (const Skipped& part : report_.document.skipped)
      list.push_back({{"what", part.what}, {"why", part.why}});
    return list;
  }

  const DocumentReport& report_;
  const JsonOptions& options_;
  LineIndex prose_index_;
  LineIndex source_index_;
};

Json problems_of(const Report& report) {
  Json list = Json::array();
  const auto add = [&](const Problem& problem) {
    list.push_back({{"source", problem.source}, {"message", problem.message}});
  };
  for (const DocumentReport& document : report.documents)
    for (const Problem& problem : document.problems) add(problem);
  for (const Problem& problem : report.problems) add(problem);
  return list;
}

}  // namespace

Json to_json(const DocumentReport& report, const JsonOptions& options) {
  return Converter(report, options).document();
}

Json to_json(const Report& report, const JsonOptions& options) {
  Json documents = Json::array();
  for (const DocumentReport& document : report.documents) documents.push_back(to_json(document, options));
  return {{"schema", "onus.report/1"},
          {"tool", {{"name", "onus"}, {"version", ONUS_VERSION}}},
          {"documents", std::move(documents)},
          {"problems", problems_of(report)}};
}

void print_json(std::ostream& out, const Report& report, const JsonOptions& options) {
  out << to_json(report, options).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace onus
