#include "archive/audit_json.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "archive/audit_words.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_of(Share share) {
  Json json{
      {"count", share.count}, {"of", share.of}, {"share", nullptr}, {"low", nullptr}, {"high", nullptr}};
  if (share.of == 0) return json;
  const Interval interval = wilson(share);
  json["share"] = share.value();
  json["low"] = interval.low;
  json["high"] = interval.high;
  return json;
}

Json json_of(double value, const Interval& interval) {
  return {{"value", value}, {"low", interval.low}, {"high", interval.high}};
}

class Converter {
 public:
  explicit Converter(const Audit& audit) : audit_(audit) {}

  Json audit() const {
    Json json{{"schema", "onus.audit/1"},
              {"tool", {{"name", "onus"}, {"version", ONUS_VERSION}}},
              {"store", audit_.request.redact ? Json(nullptr) : Json(store_name(audit_))},
              {"since", text_or_null(audit_.request.since)},
              {"until", text_or_null(audit_.request.until)},
              {"counts", counts()},
              {"figures", Json::array()},
              {"hidden", Json::array()},
              {"comparison", nullptr}};
    if (!audit_.too_few) add_figures(json);
    json["to-read"] = to_read();
    json["sample"] = audit_.request.sample > 0 ? sample() : Json(nullptr);
    json["ratings"] = audit_.ratings ? ratings(*audit_.ratings) : Json(nullptr);
    json["notes"] = counted_sentences(audit_);
    for (const std::string& sentence : limits(audit_)) json["notes"].push_back(sentence);
    return json;
  }

 private:
  Json counts() const {
    const AuditCounts& counts = audit_.data.counts;
    return {{"files", counts.files},
            {"unreadable", counts.unreadable},
            {"outside-dates", counts.outside},
            {"undated", counts.undated},
            {"same-text", counts.same_text},
            {"not-assessed", counts.not_assessed},
            {"not-seen-by-last-scan", counts.not_seen},
            {"reports", counts.reports},
            {"without-abuse", counts.without_abuse},
            {"older-rules", counts.older}};
  }

  void add_figures(Json& json) const {
    json["figures"].push_back(group("all", "", "", audit_.all));
    add_grouping(json, "period", audit_.periods);
    if (audit_.cohorts) add_grouping(json, "cohort", *audit_.cohorts);
    if (audit_.comparison) json["comparison"] = comparison(*audit_.comparison);
  }

  void add_grouping(Json& json, const std::string& by, const Grouping& groups) const {
    for (const Group& each : groups.shown)
      json["figures"].push_back(group(by, groups.field, each.name, each.tally));
    if (groups.hidden > 0)
      json["hidden"].push_back(
          {{"by", by}, {"field", groups.field}, {"groups", groups.hidden}, {"why", hidden_sentence(groups)}});
  }

  Json what(const Measure& measure) const {
    return {{"kind", kind_name(measure.kind)},
            {"id", id_of(measure, audit_.data.rules)},
            {"value", value_of(measure)}};
  }

  Json group(const std::string& by, const std::string& field, const std::string& name,
             const Tally& tally) const {
    Json measures = Json::array();
    for (const Measure& measure : all_measures(audit_.data)) {
      Json row = what(measure);
      row.update(json_of(share_of(measure, tally)));
      if (const auto hits = hits_of(measure, tally)) {
        row["findings"] = hits->findings;
        row["per-1000-words"] =
            tally.words == 0
                ? Json(nullptr)
                : Json(1000 * static_cast<double>(hits->findings) / static_cast<double>(tally.words));
      }
      measures.push_back(std::move(row));
    }
    return {{"by", by},
            {"field", text_or_null(field)},
            {"group", text_or_null(name)},
            {"reports", tally.reports},
            {"words", tally.words},
            {"measures", std::move(measures)}};
  }

  Json comparison(const Comparison& comparison) const {
    const CohortPair& cohorts = comparison.cohorts;
    Json json{{"field", cohorts.field},
              {"first", cohorts.first},
              {"second", cohorts.second},
              {"refused", text_or_null(comparison.refused)},
              {"notes", comparison_sentences(comparison)},
              {"rows", Json::array()}};
    for (const ComparedMeasure& row : comparison.rows) {
      Json each = what(row.measure);
      each["first"] = json_of(row.first);
      each["second"] = json_of(row.second);
      each["difference"] = json_of(row.difference.value, row.difference.interval);
      each["odds-ratio"] = json_of(row.odds.value, row.odds.interval);
      each["odds-ratio"]["corrected"] = row.odds.corrected;
      each["p"] = row.p;
      each["p-holm"] = row.p_holm;
      each["small"] = row.small;
      json["rows"].push_back(std::move(each));
    }
    return json;
  }

  Json report(std::size_t index) const {
    const AuditedReport& each = audit_.data.reports[index];
    return {{"report", each.document}, {"paths", audit_.request.redact ? Json::array() : Json(each.paths)}};
  }

  Json to_read() const {
    Json list = Json::array();
    for (const std::size_t index : audit_.to_read) {
      const AuditedReport& each = audit_.data.reports[index];
      Json row = report(index);
      row["components-absent"] = components_absent(each);
      row["errors"] = each.errors;
      row["warnings"] = each.warnings;
      list.push_back(std::move(row));
    }
    return {{"order", order_sentence(audit_, audit_.to_read.size())},
            {"all", audit_.worth_reading},
            {"reports", std::move(list)}};
  }

  Json sample() const {
    Json list = Json::array();
    for (const SampledReport& each : audit_.sample) {
      Json row = report(each.report);
      row["cohort"] = text_or_null(each.cohort);
      list.push_back(std::move(row));
    }
    return {{"seed", audit_.request.seed}, {"reports", std::move(list)}};
  }

  Json agreement(const RatingsResult& ratings, const RaterAgreement& each) const {
    Json json{
        {"between", between_words(ratings, each, audit_.request.redact)},
        {"kind", kind_name(each.kind)},
        {"id", each.index ? Json(id_of({each.kind, *each.index, 0}, audit_.data.rules)) : Json(nullptr)},
        {"pairs", each.pairs},
        {"same", each.same},
        {"only-one-applies", each.unsettled},
        {"kappa", nullptr}};
    if (!each.kappa) return json;
    json["kappa"] = {{"value", each.kappa->value}, {"low", nullptr}, {"high", nullptr}};
    if (each.kappa->interval) json["kappa"] = json_of(each.kappa->value, *each.kappa->interval);
    return json;
  }

  Json disagreement(const Disagreement& each) const {
    Json json = report(each.report);
    json["kind"] = kind_name(each.kind);
    json["id"] = id_of({each.kind, each.index, 0}, audit_.data.rules);
    json["readers"] = {grade_name(each.kind, each.first)};
    if (each.second) json["readers"].push_back(grade_name(each.kind, *each.second));
    json["program"] = grade_name(each.kind, each.program);
    return json;
  }

  Json ratings(const RatingsResult& ratings) const {
    Json json{{"rows", ratings.rows},
              {"reports", ratings.reports},
              {"two-readers", ratings.twice},
              {"agreement", Json::array()},
              {"disagreements", Json::array()},
              {"unused-rows", ratings.complaints},
              {"notes", ratings_sentences(ratings)}};
    if (audit_.request.redact) json["unused-rows"] = Json::array();
    for (const RaterAgreement& each : ratings.agreements)
      json["agreement"].push_back(agreement(ratings, each));
    for (const Disagreement& each : ratings.disagreements)
      json["disagreements"].push_back(disagreement(each));
    return json;
  }

  const Audit& audit_;
};

}  // namespace

void print_audit_json(std::ostream& out, const Audit& audit) {
  out << Converter(audit).audit().dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace onus
