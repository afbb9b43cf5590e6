#include "components/partnering.h"

#include <array>

#include "components/evidence.h"
#include "components/wordings.h"

namespace onus {
namespace {

struct Point {
  PartneringPoint point;
  Sign sign;
  Wording question;
};
constexpr std::array<Point, kPartneringPoints> kPoints{
    {{PartneringPoint::earlier_relationships, Sign::earlier_relationships,
      Wording::ask_earlier_relationships},
     {PartneringPoint::since_separation, Sign::since_separation, Wording::ask_since_separation},
     {PartneringPoint::childs_own_words, Sign::childs_words, Wording::ask_childs_words},
     {PartneringPoint::efforts_asked_about, Sign::efforts_asked, Wording::ask_efforts},
     {PartneringPoint::efforts_credited, Sign::credit, Wording::ask_to_credit_efforts},
     {PartneringPoint::efforts_told_back, Sign::efforts_told_back, Wording::ask_to_tell_back}}};

bool is_expected_to_show_it(DocumentKind kind) {
  return kind != DocumentKind::chronology && kind != DocumentKind::plan && kind != DocumentKind::letter &&
         kind != DocumentKind::police_report;
}

// Credit that a finding turns to blame is none.
std::vector<const Sighting*> told_of(const Reading& reading, const Point& point) {
  return point.sign == Sign::credit ? efforts(reading, point.sign) : seen(reading, point.sign);
}

bool is_asked_for(const Reading& reading, const Point& point) {
  return point.point != PartneringPoint::since_separation || !seen(reading, Sign::leaving).empty();
}

}  // namespace

std::vector<Partnering> partnering_of(const Reading& reading) {
  std::vector<Partnering> shown;
  if (!is_expected_to_show_it(reading.narrative.kind)) return shown;
  const Names names = family_names(reading.narrative.cast);
  for (const Point& point : kPoints) {
    const auto told = told_of(reading, point);
    Partnering each{point.point, {}, {}};
    if (!told.empty())
      each.told = reading.narrative.analysis.sentences[told.front()->match.sentence].span;
    else if (is_asked_for(reading, point))
      each.question = fill_names(say(point.question), names, {});
    else
      continue;
    shown.push_back(std::move(each));
  }
  return shown;
}

}  // namespace onus
