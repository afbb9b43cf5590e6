#include <array>

#include "rewriting/depictives.h"

namespace onus {
namespace {

class Fronted : Depictives {
 public:
  explicit Fronted(const Turning& p) : Depictives(p) {}

  bool anything() const {
    const std::uint32_t first = words_.begin;
    if (c_.shape != PassiveShape::finite || c_.patient.begin <= first) return false;
    const std::uint32_t end = c_.patient.begin;
    if (!no_verb(first, end) && form(first) != "to") return false;
    const std::string opening = form(first);
    if (one_of(opening, {"since", "until", "then"}) && more_of_patient(first)) return true;
    if (one_of(opening, {"while", "whilst", "when"})) return false;  // gets a subject of its own
    for (std::uint32_t t = first; t < end; ++t)
      if (state(t) || age_at(t) || young_at(t)) return true;
    static constexpr std::array<std::string_view, 10> of_subject{
        "with", "like", "unlike", "alongside", "together", "along", "apart", "besides", "half", "still"};
    if (one_of(opening, of_subject)) return true;
    if (opening == "to") return token(first + 1).xpos == Xpos::VB;  // "To keep the peace, Ms A was …"
    if (opening == "as" && one_of(form(first + 1), {"a", "an", "his", "her", "their"})) return true;
    if (in_state(first)) return true;
    if (opening == "on" && (one_of(form(first + 1), {"arrival", "return", "bail"}) ||
                            (form(first + 1) == "the" && form(first + 2) == "way")))
      return true;
    return opening == "without" && !one_of(form(first + 1), {"warning", "provocation", "notice", "her"});
  }
};

}  // namespace

bool opens_with_depictive(const Turning& p) { return Fronted(p).anything(); }

}  // namespace onus
