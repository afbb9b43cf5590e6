#include "reporting/html_pictures.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "components/evidence.h"
#include "reporting/advice.h"
#include "reporting/titles.h"
#include "reporting/xml_layout.h"

namespace onus {
namespace {

// `of` boxes of which `filled` are full. The words stand beside it, so it is hidden from screen readers.
std::string steps(int filled, int of) {
  std::string svg = "<svg width=\"" + std::to_string(of * 26) + "\" height=\"16\" aria-hidden=\"true\">";
  for (int i = 0; i < of; ++i)
    svg += "<rect x=\"" + std::to_string(i * 26 + 1) +
           "\" y=\"1\" width=\"22\" height=\"14\" rx=\"3\" class=\"" + (i < filled ? "on" : "off") + "\"/>";
  return svg + "</svg>";
}

std::string step_line(std::string_view title, const std::string& value, int filled, int of) {
  return "<div class=\"line\"><b>" + escape_xml(title) + "</b><span class=\"value\">" + steps(filled, of) +
         "<span>" + escape_xml(value) + "</span></span></div>";
}

std::string bar_line(const std::string& title, int count, int most) {
  const int width = most == 0 ? 0 : count * 116 / most;
  return "<li><div class=\"line\"><b>" + escape_xml(title) +
         "</b><span class=\"value\"><svg width=\"120\" height=\"14\" aria-hidden=\"true\"><rect x=\"1\" "
         "y=\"1\" width=\"118\" height=\"12\" rx=\"3\" class=\"off\"/><rect x=\"2\" y=\"2\" width=\"" +
         std::to_string(width) +
         "\" height=\"10\" rx=\"2\" class=\"on\"/></svg><span style=\"min-width:2rem\">" +
         std::to_string(count) + "</span></span></div></li>";
}

// ---- the map

struct Edge {
  int acts = 0;
  bool settled = false;  // some act is told by the writer, admitted, found or convicted
  std::set<std::string> tactics;
};

constexpr std::size_t kMostNodes = 7;
constexpr int kNodeHeight = 34;
constexpr int kNodeGap = 16;
constexpr int kNodeWidth = 158;
constexpr int kWidth = 480;

bool is_settled(const Event& event) {
  const bool proved = event.standing == Standing::admitted || event.standing == Standing::found ||
                      event.standing == Standing::convicted;
  const bool plain = event.standing == Standing::unstated && event.told_by == kNone;
  return proved || plain;
}

std::string name_of_person(const DocumentReport& report, std::uint32_t person, std::string_view nobody) {
  return person == kNone ? std::string(nobody) : in_words(report.cast.people[person]);
}

// The first `most` characters, never half of one.
std::string shortened(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (++count > most) return text.substr(0, at) + "…";
  }
  return text;
}

class Map {
 public:
  explicit Map(const DocumentReport& report) : report_(report) {
    for (const Event& event : report.events) {
      if (event.negated) continue;
      if (event.target.empty()) add(event, kNone);
      for (const std::uint32_t target : event.target) add(event, target);
    }
    agents_ = most_told(by_agent_);
    targets_ = most_told(by_target_);
  }

  bool empty() const { return edges_.empty(); }

  std::string svg(const std::string& id) const {
    const auto rows = static_cast<int>(std::max(agents_.size(), targets_.size()));
    const int height = rows * (kNodeHeight + kNodeGap) + kNodeGap;
    std::string text =
        "<svg class=\"map\" viewBox=\"0 0 " + std::to_string(kWidth) + " " + std::to_string(height) +
        "\" role=\"img\" aria-labelledby=\"" + id + "-map-title\"><title id=\"" + id + "-map-title\">" +
        escape_xml(in_words()) + "</title><defs><marker id=\"" + id +
        "-tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"12\" "
        "markerHeight=\"12\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip\" "
        "d=\"M0 0L10 5L0 10z\"/></marker></defs>";
    for (const auto& [ends, edge] : edges_) text += edge_svg(ends, edge, height, id);
    text += nodes(agents_, 0, "nobody named", height);
    text += nodes(targets_, kWidth - kNodeWidth, "no one named", height);
    return text + "</svg>";
  }

 private:
  using Ends = std::pair<std::uint32_t, std::uint32_t>;

  void add(const Event& event, std::uint32_t target) {
    Edge& edge = edges_[{event.agent, target}];
    ++edge.acts;
    edge.settled = edge.settled || is_settled(event);
    ++by_agent_[event.agent];
    ++by_target_[target];
  }

  static std::vector<std::uint32_t> most_told(const std::map<std::uint32_t, int>& counts) {
    std::vector<std::pair<int, std::uint32_t>> order;
    for (const auto& [person, count] : counts) order.emplace_back(-count, person);
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> people;
    for (std::size_t i = 0; i < std::min(order.size(), kMostNodes); ++i) people.push_back(order[i].second);
    return people;
  }

  static int middle(std::size_t row, std::size_t of, int height) {
    const int block = static_cast<int>(of) * (kNodeHeight + kNodeGap) - kNodeGap;
    return (height - block) / 2 + static_cast<int>(row) * (kNodeHeight + kNodeGap) + kNodeHeight / 2;
  }

  std::string nodes(const std::vector<std::uint32_t>& people, int x, std::string_view nobody,
                    int height) const {
    std::string text;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const int y = middle(i, people.size(), height);
      text += "<rect class=\"node\" x=\"" + std::to_string(x + 1) + "\" y=\"" +
              std::to_string(y - kNodeHeight / 2) + "\" width=\"" + std::to_string(kNodeWidth - 2) +
              "\" height=\"" + std::to_string(kNodeHeight) + "\" rx=\"6\"" +
              (people[i] == kNone ? " stroke-dasharray=\"4 3\"" : "") + "/><text x=\"" +
              std::to_string(x + kNodeWidth / 2) + "\" y=\"" + std::to_string(y + 5) +
              "\" text-anchor=\"middle\">" +
              escape_xml(shortened(name_of_person(report_, people[i], nobody), 19)) + "</text>";
    }
    return text;
  }

  std::string edge_svg(const Ends& ends, const Edge& edge, int height, const std::string& id) const {
    const auto from = std::find(agents_.begin(), agents_.end(), ends.first);
    const auto to = std::find(targets_.begin(), targets_.end(), ends.second);
    if (from == agents_.end() || to == targets_.end()) return {};
    const int y1 = middle(static_cast<std::size_t>(from - agents_.begin()), agents_.size(), height);
    const int y2 = middle(static_cast<std::size_t>(to - targets_.begin()), targets_.size(), height);
    const int x1 = kNodeWidth, x2 = kWidth - kNodeWidth - 2;
    // The counts stand nearer to the targets, where lines from one person have parted, and those of the
    // second person at another height than those of the first.
    const int part = from == agents_.begin() ? 76 : 58;
    const int at_x = x1 + (x2 - x1) * part / 100, at_y = y1 + (y2 - y1) * part / 100;
    return "<line class=\"edge\" x1=\"" + std::to_string(x1) + "\" y1=\"" + std::to_string(y1) + "\" x2=\"" +
           std::to_string(x2) + "\" y2=\"" + std::to_string(y2) + "\" stroke-width=\"" +
           std::to_string(1 + std::min(edge.acts, 6)) + "\"" +
           (edge.settled ? "" : " stroke-dasharray=\"7 5\"") + " marker-end=\"url(#" + id +
           "-tip)\"/><text class=\"count\" x=\"" + std::to_string(at_x) + "\" y=\"" +
           std::to_string(at_y + 5) + "\" text-anchor=\"middle\">" + std::to_string(edge.acts) + "</text>";
  }

  std::string in_words() const {
    std::string text = "As the report tells it:";
    for (const auto& [ends, edge] : edges_)
      text += " " + name_of_person(report_, ends.first, "nobody named") + " to " +
              name_of_person(report_, ends.second, "no one named") + ", " +
              counted(static_cast<std::size_t>(edge.acts), "act") + ";";
    text.back() = '.';
    return text;
  }

  const DocumentReport& report_;
  std::map<Ends, Edge> edges_;
  std::map<std::uint32_t, int> by_agent_;
  std::map<std::uint32_t, int> by_target_;
  std::vector<std::uint32_t> agents_;
  std::vector<std::uint32_t> targets_;
};

}  // namespace

std::string coverage_picture(const DocumentReport& report) {
  std::string html;
  for (const ComponentCoverage* coverage : shown_components(report))
    html += "<li>" +
            step_line(title_of(coverage->component), std::string(name_of(coverage->level)),
                      static_cast<int>(coverage->level), 2) +
            "<p class=\"muted\">" + escape_xml(coverage->reason) + "</p></li>";
  return html.empty() ? html : "<ul class=\"picture\">" + html + "</ul>";
}

std::string criteria_picture(const DocumentReport& report) {
  std::string html;
  for (const CriterionRating* rating : shown_criteria(report)) {
    html += "<li>" + step_line(title_of(rating->criterion), spaced(name_of(rating->rating)),
                               static_cast<int>(rating->rating) - 1, 2);
    for (const std::string& reason : rating->reasons)
      html += "<p class=\"muted\">" + escape_xml(reason) + "</p>";
    html += "</li>";
  }
  return html.empty() ? html : "<ul class=\"picture\">" + html + "</ul>";
}

std::string balance_picture(const DocumentReport& report) {
  const Names names = family_names(report.cast);
  const Balance& balance = report.balance;
  int most = std::max(balance.perpetrator_acts, balance.survivor_deficits);
  for (const Balance::PerPerson& person : balance.people)
    most = std::max({most, person.plan_actions, person.praise});
  std::string html =
      "<ul class=\"picture\">" +
      bar_line("Sentences about what " + names.perpetrator + " did", balance.perpetrator_acts, most) +
      bar_line("Sentences about what " + names.survivor + " is said not to have done",
               balance.survivor_deficits, most);
  // A nought says something about the parents only.
  const auto telling = [&](const Balance::PerPerson& person, int count) {
    const Role role = report.cast.people[person.person].role();
    return count > 0 || role == Role::perpetrator || role == Role::non_offending_parent;
  };
  for (const Balance::PerPerson& person : balance.people)
    if (telling(person, person.plan_actions))
      html += bar_line("Actions in the plan: " + in_words(report.cast.people[person.person]),
                       person.plan_actions, most);
  for (const Balance::PerPerson& person : balance.people)
    if (telling(person, person.praise))
      html +=
          bar_line("Words of praise: " + in_words(report.cast.people[person.person]), person.praise, most);
  return html + "</ul>";
}

std::string map_picture(const DocumentReport& report, const std::string& id) {
  const Map map(report);
  return map.empty() ? std::string() : map.svg(id);
}

}  // namespace onus
